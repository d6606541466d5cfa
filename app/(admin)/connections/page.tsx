import type { Metadata } from 'next'
import { Late } from '@/components/late'
import { PageHeader } from '@/components/page-header'
import { Skeleton, SkeletonRows } from '@/components/ui/skeleton'
import { requireActor } from '@/lib/auth/actor'
import { CONNECTION_FIELDS } from '@/lib/connections/fields'
import { readConnectionSearch } from '@/lib/connections/search-params'
import { checkQuery } from '@/lib/query/check'
import type { RawParams } from '@/lib/table/table-params'
import { viewerZone } from '@/lib/time/viewer-zone'
import { ConnectionCount } from './_components/connection-count'
import { ConnectionFacets } from './_components/connection-facets'
import { ConnectionFilter } from './_components/connection-filter'
import { ConnectionList } from './_components/connection-list'

export const metadata: Metadata = { title: 'Connections' }

/** The connection table. Rows, count and facets each come when they are ready, and fail by themselves. */
export default async function ConnectionsPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const actor = await requireActor('connections:read')
  const [raw, timeZone] = await Promise.all([searchParams, viewerZone()])
  const { search, problems } = readConnectionSearch(raw)
  const clock = { now: new Date(), timeZone }
  const filterProblems = checkQuery(search.q, CONNECTION_FIELDS, clock)
  const understood = problems.length === 0 && filterProblems.length === 0
  const parts = { actor, search, clock }
  return (
    <>
      <PageHeader
        title="Connections"
        note={
          understood && (
            <Late what="The number of connections" fallback={<Skeleton className="h-4 w-32" />}>
              <ConnectionCount {...parts} />
            </Late>
          )
        }
      />
      <div className="grid gap-3">
        <ConnectionFilter search={search} problems={filterProblems} />
        <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_13rem]">
          <Late what="The list of connections" fallback={<SkeletonRows rows={12} label="Loading connections" />}>
            <ConnectionList {...parts} raw={raw} problems={problems} />
          </Late>
          {understood && (
            <aside aria-label="Facets">
              <Late what="The facets" fallback={<SkeletonRows rows={8} label="Loading facets" />}>
                <ConnectionFacets {...parts} />
              </Late>
            </aside>
          )}
        </div>
      </div>
    </>
  )
}
