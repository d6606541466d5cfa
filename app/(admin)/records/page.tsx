import type { Metadata } from 'next'
import { TableSkeleton } from '@/components/data-table/table-skeleton'
import { FacetPanel } from '@/components/facet-panel'
import { Late } from '@/components/late'
import { LateCount } from '@/components/late-count'
import { PageHeader } from '@/components/page-header'
import { PeekLayout } from '@/components/peek/peek-layout'
import { Soon } from '@/components/soon'
import { Skeleton, SkeletonFacets } from '@/components/ui/skeleton'
import { type Actor, requireActor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/permissions'
import { pageMark } from '@/lib/live/take-mark'
import { checkQuery } from '@/lib/query/check'
import { recordFields } from '@/lib/records/record-registry'
import { columnsOf, readRecordSearch } from '@/lib/records/search-params'
import { fromFirstPage, type RecordSearch, recordQuery } from '@/lib/records/search-query'
import { typedColumns } from '@/lib/records/typed-columns'
import { routes } from '@/lib/routes'
import { bySize, type RawParams } from '@/lib/table/table-params'
import { viewerZone } from '@/lib/time/viewer-zone'
import { ViewBar } from '../views/_components/view-bar'
import { ViewNote } from '../views/_components/view-note'
import { withViews } from '../views/_components/with-views'
import { IdSetNote } from './_components/id-set-note'
import { NewRecordLink } from './_components/new-record-link'
import { PeekOnDemand } from './_components/peek-on-demand'
import { RecordCount } from './_components/record-count'
import { RecordDisplay } from './_components/record-display'
import { RecordExport } from './_components/record-export'
import { RecordFacets } from './_components/record-facets'
import { RecordFilter } from './_components/record-filter'
import { RecordList } from './_components/record-list'
import { RecordTools } from './_components/record-tools'
import { StateLinks } from './_components/state-links'

export const metadata: Metadata = { title: 'Records' }

/** The record table. Rows, count and facets each come when they are ready, and fail by themselves. */
export default async function RecordsPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const actor = await requireActor('records:read')
  const mark = pageMark()
  const { raw, views } = await withViews(actor, 'records', await searchParams)
  const { search, problems } = readRecordSearch(raw)
  const clock = { now: new Date(), timeZone: await viewerZone() }
  const filterProblems = checkQuery(search.q, await recordFields(actor, search.q), clock)
  const understood = problems.length === 0 && filterProblems.length === 0
  const parts = { actor, search, clock }
  const inView = { table: 'records', raw, views, clock } as const
  return (
    <>
      <PageHeader
        title="Records"
        note={
          <>
            <ViewBar {...inView} actor={actor} understood={understood} />
            {understood && (
              <LateCount what="The number of records">
                <RecordCount {...parts} />
              </LateCount>
            )}
          </>
        }
        actions={
          <>
            {understood && <RecordExport {...parts} />}
            {understood && <NewRecordLink actor={actor} q={search.q} />}
            <Late what="The choice of columns" fallback={<Skeleton className="h-8 w-24 pointer-coarse:h-11" />}>
              <Display {...parts} />
            </Late>
          </>
        }
      />
      <div className="grid gap-3">
        <ViewNote {...inView} />
        <div className="flex flex-wrap gap-x-3 gap-y-2">
          <StateLinks search={search} />
          <div className="md:mt-0.5">
            <RecordTools />
          </div>
          <div className="min-w-[min(100%,20rem)] flex-1">
            <RecordFilter search={search} problems={filterProblems} viewer={actor.id} />
          </div>
        </div>
        {search.q.includes('in:') && <IdSetNote actor={actor} q={search.q} />}
        <PeekLayout
          beside={
            understood && (
              <FacetPanel>
                <Late what="The facets" fallback={<SkeletonFacets groups={[7, 2, 4, 7]} />}>
                  <RecordFacets {...parts} />
                </Late>
              </FacetPanel>
            )
          }
          panel={
            <PeekOnDemand
              search={search}
              timeZone={clock.timeZone}
              drawnAt={clock.now.getTime()}
              verbs={{ softDelete: can(actor, 'records:delete'), restore: can(actor, 'records:restore') }}
            />
          }
        >
          <Soon
            what="The list of records"
            fallback={<TableSkeleton rows={search.size} label="Loading records" line />}
            part={RecordList({ ...parts, raw, problems, mark })}
          />
        </PeekLayout>
      </div>
    </>
  )
}

async function Display({ actor, search }: { actor: Actor; search: RecordSearch }) {
  const properties = await typedColumns(actor, search)
  return (
    <RecordDisplay
      arrangement={{ search, columns: columnsOf(search, properties), properties }}
      sizes={bySize((size) => routes.records(recordQuery(fromFirstPage(search, { size }))))}
    />
  )
}
