import { FILTERED_BOX } from '@/components/data-table/table-look'
import { EmptyState } from '@/components/empty-state'
import { ParameterProblems } from '@/components/parameter-problems'
import { RelativeTime } from '@/components/relative-time'
import { SlowSearch } from '@/components/slow-search'
import { LinkButton } from '@/components/ui/link-button'
import { Pagination } from '@/components/ui/pagination'
import { beginsAfter, listAuditEntries } from '@/lib/audit/queries'
import { type AuditSearch, auditQuery } from '@/lib/audit/search-params'
import { requireActor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/permissions'
import type { Clock } from '@/lib/query/dates'
import { routes } from '@/lib/routes'
import { type RawParams, withoutParams } from '@/lib/table/table-params'
import { AuditTable } from './audit-table'

/** The rows of the trail, or the reason why there are none. */
export async function AuditRows({ search, clock, raw }: { search: AuditSearch; clock: Clock; raw: RawParams }) {
  const actor = await requireActor('audit:read')
  const result = await listAuditEntries(actor, search, clock)
  switch (result.kind) {
    case 'filter':
      return null
    case 'slow':
      return <SlowSearch />
    case 'params':
      return (
        <ParameterProblems
          problems={result.problems}
          repaired={routes.audit(withoutParams(raw, ['after', 'before']))}
        />
      )
    case 'page': {
      const { rows, next, previous } = result.page
      const at = (cursor: { after?: string; before?: string }) =>
        routes.audit(auditQuery({ ...search, after: undefined, before: undefined, ...cursor }))
      return (
        <div className={FILTERED_BOX}>
          <AuditTable
            rows={rows}
            q={search.q}
            timeZone={clock.timeZone}
            mayUndo={can(actor, 'audit:undo')}
            empty={
              <NoEntries
                search={search}
                begins={rows.length === 0 ? await beginsAfter(actor, search.q, clock) : null}
                timeZone={clock.timeZone}
              />
            }
          />
          <div className="p-2 empty:hidden">
            <Pagination
              previous={previous ? at({ before: previous }) : null}
              next={next ? at({ after: next }) : null}
            />
          </div>
        </div>
      )
    }
  }
}

interface NoEntriesProps {
  search: AuditSearch
  /** When the trail begins, where the filter asks for what was before. */
  begins: string | null
  timeZone: string
}

function NoEntries({ search, begins, timeZone }: NoEntriesProps) {
  if (search.q === '')
    return (
      <EmptyState
        title="No entries yet"
        text="Every change that people make here is recorded for good: who, what, before and after, with Undo where it can be undone."
      />
    )
  const without = routes.audit(auditQuery({ ...search, q: '', after: undefined, before: undefined }))
  return (
    <EmptyState
      title="No entries match"
      text={
        begins && (
          <>
            The trail begins on <RelativeTime iso={begins} timeZone={timeZone} />.
          </>
        )
      }
      action={<LinkButton href={without}>Clear the filter</LinkButton>}
    />
  )
}
