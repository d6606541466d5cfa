import type { Metadata } from 'next'
import { NumberText } from '@/components/number-text'
import { PageHeader } from '@/components/page-header'
import { LinkButton } from '@/components/ui/link-button'
import { Pagination } from '@/components/ui/pagination'
import { requireActor } from '@/lib/auth/actor'
import { findTwins } from '@/lib/records/find-twins'
import { routes } from '@/lib/routes'
import type { RawParams } from '@/lib/table/table-params'
import { TwinsTable } from './_components/twins-table'
import { placeOf } from './place'

export const metadata: Metadata = { title: 'Twins' }

/** Groups of live records that share entity and external id, found along the index on external ids. */
export default async function TwinsPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const actor = await requireActor('records:read')
  const { externalId, entity, past } = placeOf(await searchParams)
  const isFirst = externalId === undefined && entity === undefined && past === undefined
  const from = isFirst ? null : { externalId: externalId ?? '', entityId: entity, isPast: past !== undefined }
  const { rows, looked, total, next } = await findTwins(actor, from)
  return (
    <>
      <PageHeader
        title="Twins"
        crumbs={[{ label: 'Records', href: routes.records() }]}
        note="Live records of one entity with the same external id. The product shows each of them, and a sync writes to one."
        actions={from && <LinkButton href={routes.twins()}>Start over</LinkButton>}
      />
      <div className="min-w-0 rounded-lg border border-line bg-surface">
        <TwinsTable rows={rows} isWhole={from === null && next === null} />
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-line px-3 py-2">
          <p className="text-sm text-ink-muted">
            {next === null && from === null ? (
              <>
                Checked all <NumberText value={looked} /> records with an external id.
              </>
            ) : (
              <>
                Checked <NumberText value={looked} /> of about <NumberText value={total} /> records
                {from ? <>, from there on</> : null}
                {next === null ? ', to the end.' : '.'}
              </>
            )}
          </p>
          {next && (
            <Pagination
              previous={null}
              next={routes.twins({
                externalId: next.externalId,
                entity: next.entityId,
                past: next.isPast ? 'yes' : undefined,
              })}
            />
          )}
        </div>
      </div>
    </>
  )
}
