import { ListNews } from '@/app/(admin)/live/_components/list-news'
import { LIST_BOX } from '@/components/data-table/table-look'
import { EmptyState } from '@/components/empty-state'
import { ParameterProblems } from '@/components/parameter-problems'
import { HeadOnly, SearchReach } from '@/components/search-reach'
import { SlowSearch } from '@/components/slow-search'
import { LinkButton } from '@/components/ui/link-button'
import { Pagination } from '@/components/ui/pagination'
import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/permissions'
import { BATCH_VERBS, RECORD_VERBS } from '@/lib/batches/verbs-schema'
import type { Clock } from '@/lib/query/dates'
import { narrowingOf } from '@/lib/query/edit'
import { isByCreation } from '@/lib/records/creation-order'
import { columnsOf } from '@/lib/records/search-params'
import { DEFAULT_SORT, fromFirstPage, listQuery, type RecordSearch, recordQuery } from '@/lib/records/search-query'
import { HEAD } from '@/lib/records/search-text'
import { typedColumns } from '@/lib/records/typed-columns'
import { routes } from '@/lib/routes'
import { type ParamProblem, type RawParams, withoutParams } from '@/lib/table/table-params'
import { columnLooks } from './column-looks'
import { loadCount, loadRecords } from './load-records'
import { RecordsTable } from './records-table'

interface RecordListProps {
  actor: Actor
  search: RecordSearch
  clock: Clock
  raw: RawParams
  problems: readonly ParamProblem[]
  /** Taken before the rows are read. */
  mark: Promise<string | null>
}

/** The rows of the page, or the reason why none are shown. */
export async function RecordList({ actor, search, clock, raw, problems, mark }: RecordListProps) {
  const repaired = (wrong: readonly ParamProblem[]) =>
    routes.records(withoutParams(raw, [...new Set(wrong.map(({ parameter }) => parameter))]))
  if (problems.length > 0) return <ParameterProblems problems={problems} repaired={repaired(problems)} />
  await mark
  const newestFirst = routes.records(recordQuery(fromFirstPage(search, { sort: DEFAULT_SORT })))
  const [result, properties] = await Promise.all([loadRecords(actor, search, clock), typedColumns(actor, search)])
  switch (result.kind) {
    case 'params':
      return <ParameterProblems problems={result.problems} repaired={repaired(result.problems)} />
    case 'filter':
      return <NotUnderstood search={search} />
    case 'slow':
      return <SlowSearch inSteps={isByCreation(search.terms) ? undefined : newestFirst} />
    case 'page': {
      const { rows, next, previous, reached } = result.page
      const columns = columnsOf(search, properties)
      const at = (cursor: Partial<RecordSearch>) => routes.records(recordQuery(fromFirstPage(search, cursor)))
      return (
        <div className={LIST_BOX}>
          {reached && (
            <SearchReach
              found={rows.length}
              reached={reached.toISOString()}
              timeZone={clock.timeZone}
              remedies={result.remedies ?? []}
              database={can(actor, 'indexes:manage') ? routes.database() : undefined}
              further={at(
                search.before === undefined ? { after: next ?? undefined } : { before: previous ?? undefined },
              )}
            />
          )}
          {result.headOnly && <HeadOnly characters={HEAD} whole={at({ text: 'whole' })} />}
          <ListNews
            table="records"
            list={listQuery(search)}
            ids={rows.map(({ id }) => id)}
            mark={await mark}
            first={search.after === undefined && search.before === undefined ? undefined : at({})}
          />
          <RecordsTable
            rows={rows}
            search={search}
            columns={columns}
            properties={properties}
            looks={columnLooks({ search, columns, properties }, clock.timeZone)}
            narrowing={narrowingOf(search.q)}
            timeZone={clock.timeZone}
            now={clock.now.getTime()}
            reached={reached !== undefined}
            verbs={{ softDelete: can(actor, 'records:delete'), restore: can(actor, 'records:restore') }}
            bulk={RECORD_VERBS.filter((verb) => can(actor, BATCH_VERBS[verb].permission))}
            whole={next === null && previous === null ? null : wholeCount(actor, search, clock, reached !== undefined)}
          />
          <div className="px-3 py-2">
            <Pagination
              previous={previous === null ? null : at({ before: previous })}
              next={next === null ? null : at({ after: next })}
            />
          </div>
        </div>
      )
    }
  }
}

/** Never in the way of the rows: whoever selects all of them is told when it is known, and before anything is changed. */
async function wholeCount(actor: Actor, search: RecordSearch, clock: Clock, isPartial: boolean) {
  if (isPartial) return null
  const unknown = () => null
  // That counting failed is said, and logged, where the number stands above the rows.
  return loadCount(actor, search, clock).then((count) => count, unknown)
}

/** The filter itself says what is wrong with it; here is why that means no rows. */
function NotUnderstood({ search }: { search: RecordSearch }) {
  const without = routes.records(recordQuery(fromFirstPage(search, { q: '' })))
  return (
    <EmptyState
      title="This filter was not understood"
      text="No rows are shown until it is corrected, so that nothing is mistaken for a match."
      action={<LinkButton href={without}>Clear the filter</LinkButton>}
    />
  )
}
