import type { Metadata } from 'next'
import { PageHeader } from '@/components/page-header'
import { RefreshWhile } from '@/components/refresh-while'
import { LinkButton } from '@/components/ui/link-button'
import { Pagination } from '@/components/ui/pagination'
import { requireActor } from '@/lib/auth/actor'
import { listBatches } from '@/lib/batches/queries'
import { batchInput } from '@/lib/batches/schema'
import { routes } from '@/lib/routes'
import type { RawParams } from '@/lib/table/table-params'
import { viewerZone } from '@/lib/time/viewer-zone'
import { BatchesTable } from './_components/batches-table'

export const metadata: Metadata = { title: 'Batches' }

/** Changes of many records or connections at once: those at work, and those that were. */
export default async function BatchesPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const actor = await requireActor('batches:read')
  const after = batchInput.safeParse({ batchId: (await searchParams).after })
  const [{ rows, next }, timeZone] = await Promise.all([
    listBatches(actor, after.success ? after.data.batchId : undefined),
    viewerZone(),
  ])
  return (
    <>
      <PageHeader
        title="Batches"
        note="Changes to many records or connections at once, each previewed before it was made."
        actions={after.success && <LinkButton href={routes.batches()}>Newest</LinkButton>}
      />
      <RefreshWhile active={rows.some(({ state }) => state === 'running' || state === 'preparing')} />
      <div className="min-w-0 rounded-lg border border-line bg-surface">
        <BatchesTable rows={rows} timeZone={timeZone} />
        <div className="px-3 py-2 empty:hidden">
          {next && <Pagination previous={null} next={routes.batches({ after: next })} />}
        </div>
      </div>
    </>
  )
}
