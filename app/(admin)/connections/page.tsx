import type { Metadata } from 'next'
import { TableSkeleton } from '@/components/data-table/table-skeleton'
import { DisplayMenu } from '@/components/display-menu'
import { FacetPanel } from '@/components/facet-panel'
import { Late } from '@/components/late'
import { LateCount } from '@/components/late-count'
import { PageHeader } from '@/components/page-header'
import { Soon } from '@/components/soon'
import { SkeletonFacets } from '@/components/ui/skeleton'
import { requireActor } from '@/lib/auth/actor'
import { connectionFields } from '@/lib/connections/fields-sql'
import { connectionQuery, fromFirstPage, readConnectionSearch } from '@/lib/connections/search-params'
import { pageMark } from '@/lib/live/take-mark'
import { checkQuery } from '@/lib/query/check'
import { routes } from '@/lib/routes'
import { bySize, type RawParams } from '@/lib/table/table-params'
import { viewerZone } from '@/lib/time/viewer-zone'
import { CountedExport } from '../exports/_components/counted-export'
import { ViewBar } from '../views/_components/view-bar'
import { ViewNote } from '../views/_components/view-note'
import { withViews } from '../views/_components/with-views'
import { ConnectionCount } from './_components/connection-count'
import { ConnectionFacets } from './_components/connection-facets'
import { ConnectionFilter } from './_components/connection-filter'
import { ConnectionList } from './_components/connection-list'
import { loadCount } from './_components/load-count'

export const metadata: Metadata = { title: 'Connections' }

/** The connection table. Rows, count and facets each come when they are ready, and fail by themselves. */
export default async function ConnectionsPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const actor = await requireActor('connections:read')
  const mark = pageMark()
  const { raw, views } = await withViews(actor, 'connections', await searchParams)
  const { search, problems } = readConnectionSearch(raw)
  const clock = { now: new Date(), timeZone: await viewerZone() }
  const filterProblems = checkQuery(search.q, await connectionFields(actor), clock)
  const understood = problems.length === 0 && filterProblems.length === 0
  const parts = { actor, search, clock }
  const inView = { table: 'connections', raw, views, clock } as const
  return (
    <>
      <PageHeader
        title="Connections"
        note={
          <>
            <ViewBar {...inView} actor={actor} understood={understood} />
            {understood && (
              <LateCount what="The number of connections">
                <ConnectionCount {...parts} />
              </LateCount>
            )}
          </>
        }
        actions={
          <>
            {understood && (
              <CountedExport
                table="connections"
                params={{ q: search.q }}
                hrefOf={(file) => routes.connectionExport({ q: search.q, ...file })}
                count={() => loadCount(actor, search.q, clock)}
                timeZone={clock.timeZone}
              />
            )}
            <DisplayMenu
              size={search.size}
              hrefs={bySize((size) => routes.connections(connectionQuery(fromFirstPage(search, { size }))))}
            />
          </>
        }
      />
      <div className="grid gap-3">
        <ViewNote {...inView} />
        <ConnectionFilter search={search} problems={filterProblems} viewer={actor.id} />
        <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_13rem]">
          <Soon
            what="The list of connections"
            fallback={<TableSkeleton rows={search.size} label="Loading connections" line />}
            part={ConnectionList({ ...parts, raw, problems, mark })}
          />
          {understood && (
            <FacetPanel>
              <Late what="The facets" fallback={<SkeletonFacets groups={[4, 2, 7]} />}>
                <ConnectionFacets {...parts} />
              </Late>
            </FacetPanel>
          )}
        </div>
      </div>
    </>
  )
}
