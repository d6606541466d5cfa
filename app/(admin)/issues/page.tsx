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
import { CAUSE_FIELDS } from '@/lib/issues/fields'
import { causeQuery, fromFirstPage, readCauseSearch } from '@/lib/issues/search-params'
import { checkQuery } from '@/lib/query/check'
import { routes } from '@/lib/routes'
import { bySize, type RawParams } from '@/lib/table/table-params'
import { viewerZone } from '@/lib/time/viewer-zone'
import { CauseCount } from './_components/cause-count'
import { CauseFacets } from './_components/cause-facets'
import { CauseFilter } from './_components/cause-filter'
import { CauseList } from './_components/cause-list'

export const metadata: Metadata = { title: 'Issues' }

/** Issues of all connections by cause: what is broken, for how many, since when. */
export default async function IssuesPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const actor = await requireActor('issues:read')
  const raw = await searchParams
  const { search, problems } = readCauseSearch(raw)
  const clock = { now: new Date(), timeZone: await viewerZone() }
  const filterProblems = checkQuery(search.q, CAUSE_FIELDS, clock)
  const understood = problems.length === 0 && filterProblems.length === 0
  const parts = { actor, search, clock }
  return (
    <>
      <PageHeader
        title="Issues"
        note={
          understood && (
            <LateCount what="The number of causes">
              <CauseCount {...parts} />
            </LateCount>
          )
        }
        actions={
          <DisplayMenu
            size={search.size}
            hrefs={bySize((size) => routes.issues(causeQuery(fromFirstPage(search, { size }))))}
          />
        }
      />
      <div className="grid gap-3">
        <CauseFilter search={search} problems={filterProblems} viewer={actor.id} />
        <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_13rem]">
          <Soon
            what="The list of causes"
            fallback={<TableSkeleton rows={search.size} label="Loading causes" line />}
            part={CauseList({ ...parts, raw, problems })}
          />
          {understood && (
            <FacetPanel>
              <Late what="The numbers of causes" fallback={<SkeletonFacets groups={[4, 3, 5, 5]} />}>
                <CauseFacets {...parts} />
              </Late>
            </FacetPanel>
          )}
        </div>
      </div>
    </>
  )
}
