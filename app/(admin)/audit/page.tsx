import type { Metadata } from 'next'
import { CountText } from '@/components/count-text'
import { TableSkeleton } from '@/components/data-table/table-skeleton'
import { DisplayMenu } from '@/components/display-menu'
import { LateCount } from '@/components/late-count'
import { PageHeader } from '@/components/page-header'
import { ParameterProblems } from '@/components/parameter-problems'
import { Soon } from '@/components/soon'
import { AUDIT_FIELDS } from '@/lib/audit/fields'
import { auditQuery, readAuditSearch } from '@/lib/audit/search-params'
import { requireActor } from '@/lib/auth/actor'
import { checkQuery } from '@/lib/query/check'
import type { Clock } from '@/lib/query/dates'
import { routes } from '@/lib/routes'
import { bySize, type RawParams, withoutParams } from '@/lib/table/table-params'
import { viewerZone } from '@/lib/time/viewer-zone'
import { CountedExport } from '../exports/_components/counted-export'
import { ViewBar } from '../views/_components/view-bar'
import { ViewNote } from '../views/_components/view-note'
import { withViews } from '../views/_components/with-views'
import { AuditFilter } from './_components/audit-filter'
import { AuditRows } from './_components/audit-rows'
import { loadCount } from './_components/load-count'

export const metadata: Metadata = { title: 'Audit' }

/** Who did what, when, to what, before and after. */
export default async function AuditPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const actor = await requireActor('audit:read')
  const { raw, views } = await withViews(actor, 'audit', await searchParams)
  const { search, problems } = readAuditSearch(raw)
  const clock = { now: new Date(), timeZone: await viewerZone() }
  const filterProblems = checkQuery(search.q, AUDIT_FIELDS, clock)
  const isUnderstood = problems.length === 0 && filterProblems.length === 0
  const inView = { table: 'audit', raw, views, clock } as const
  return (
    <>
      <PageHeader
        title="Audit"
        note={
          <>
            <ViewBar {...inView} actor={actor} understood={isUnderstood} />
            {isUnderstood && (
              <LateCount what="The number of entries">
                <EntryCount q={search.q} clock={clock} />
              </LateCount>
            )}
          </>
        }
        actions={
          <>
            {isUnderstood && (
              <CountedExport
                table="audit"
                params={{ q: search.q }}
                hrefOf={(file) => routes.auditExport({ q: search.q, ...file })}
                count={() => loadCount(actor, search.q, clock)}
                timeZone={clock.timeZone}
              />
            )}
            <DisplayMenu
              size={search.size}
              hrefs={bySize((size) =>
                routes.audit(auditQuery({ ...search, after: undefined, before: undefined, size })),
              )}
            />
          </>
        }
      />
      <div className="grid gap-4">
        <ViewNote {...inView} />
        <AuditFilter search={search} problems={filterProblems} viewer={actor.id} />
        {problems.length > 0 && (
          <ParameterProblems
            problems={problems}
            repaired={routes.audit(
              withoutParams(
                raw,
                problems.map(({ parameter }) => parameter),
              ),
            )}
          />
        )}
        {isUnderstood && (
          <Soon
            what="The audit trail"
            fallback={<TableSkeleton rows={search.size} label="Loading the audit trail" />}
            part={AuditRows({ search, clock, raw })}
          />
        )}
      </div>
    </>
  )
}

async function EntryCount({ q, clock }: { q: string; clock: Clock }) {
  const actor = await requireActor('audit:read')
  return (
    <span role="status">
      <CountText count={await loadCount(actor, q, clock)} one="entry" many="entries" />
    </span>
  )
}
