import { ListNews } from '@/app/(admin)/live/_components/list-news'
import { LIST_BOX } from '@/components/data-table/table-look'
import { EmptyState } from '@/components/empty-state'
import { ParameterProblems } from '@/components/parameter-problems'
import { SlowSearch } from '@/components/slow-search'
import { Pagination } from '@/components/ui/pagination'
import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/permissions'
import { listConnections } from '@/lib/connections/queries'
import { type ConnectionSearch, connectionQuery, fromFirstPage } from '@/lib/connections/search-params'
import type { Clock } from '@/lib/query/dates'
import { routes } from '@/lib/routes'
import { type ParamProblem, type RawParams, withoutParams } from '@/lib/table/table-params'
import { ConnectionsTable } from './connections-table'
import { loadCount } from './load-count'

interface ConnectionListProps {
  actor: Actor
  search: ConnectionSearch
  clock: Clock
  raw: RawParams
  problems: readonly ParamProblem[]
  /** Taken before the rows are read. */
  mark: Promise<string | null>
}

/** The rows of the page, or the reason why none are shown. */
export async function ConnectionList({ actor, search, clock, raw, problems, mark }: ConnectionListProps) {
  const repaired = (wrong: readonly ParamProblem[]) =>
    routes.connections(
      withoutParams(
        raw,
        wrong.map(({ parameter }) => parameter),
      ),
    )
  if (problems.length > 0) return <ParameterProblems problems={problems} repaired={repaired(problems)} />
  await mark
  const result = await listConnections(actor, search, clock)
  switch (result.kind) {
    case 'params':
      return <ParameterProblems problems={result.problems} repaired={repaired(result.problems)} />
    case 'filter':
      return (
        <EmptyState
          title="This filter was not understood"
          text="No rows are shown until it is corrected, so that nothing is mistaken for a match."
        />
      )
    case 'slow':
      return <SlowSearch />
    case 'page': {
      const { rows, next, previous } = result.page
      const at = (cursor: Partial<ConnectionSearch>) =>
        routes.connections(connectionQuery(fromFirstPage(search, cursor)))
      return (
        <div className={LIST_BOX}>
          <ListNews
            table="connections"
            list={connectionQuery(search)}
            ids={rows.map(({ id }) => id)}
            mark={await mark}
            first={search.after === undefined && search.before === undefined ? undefined : at({})}
          />
          <ConnectionsTable
            rows={rows}
            search={search}
            timeZone={clock.timeZone}
            now={clock.now.getTime()}
            mayClear={can(actor, 'connections:clear-issues')}
            whole={next === null && previous === null ? null : wholeCount(actor, search, clock)}
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

/** Never in the way of the rows. That counting failed is said, and logged, where the number stands above them. */
async function wholeCount(actor: Actor, search: ConnectionSearch, clock: Clock) {
  return loadCount(actor, search.q, clock).then(
    (count) => count,
    () => null,
  )
}
