import { ListNews } from '@/app/(admin)/live/_components/list-news'
import { LIST_BOX } from '@/components/data-table/table-look'
import { EmptyState } from '@/components/empty-state'
import { ParameterProblems } from '@/components/parameter-problems'
import { SlowSearch } from '@/components/slow-search'
import { Pagination } from '@/components/ui/pagination'
import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/permissions'
import { assignees, listCauses } from '@/lib/issues/queries'
import { type CauseSearch, causeQuery, fromFirstPage } from '@/lib/issues/search-params'
import { pageMark } from '@/lib/live/take-mark'
import type { Clock } from '@/lib/query/dates'
import { routes } from '@/lib/routes'
import { type ParamProblem, type RawParams, withoutParams } from '@/lib/table/table-params'
import { CausesTable } from './causes-table'
import { loadLook } from './load-look'

interface CauseListProps {
  actor: Actor
  search: CauseSearch
  clock: Clock
  raw: RawParams
  problems: readonly ParamProblem[]
}

/** The rows of the page, or the reason why none are shown. */
export async function CauseList({ actor, search, clock, raw, problems }: CauseListProps) {
  const repaired = (wrong: readonly ParamProblem[]) =>
    routes.issues(
      withoutParams(
        raw,
        wrong.map(({ parameter }) => parameter),
      ),
    )
  if (problems.length > 0) return <ParameterProblems problems={problems} repaired={repaired(problems)} />
  await loadLook()
  const mark = await pageMark()
  const mayManage = can(actor, 'issues:manage')
  const [result, people] = await Promise.all([
    listCauses(actor, search, clock),
    mayManage ? assignees(actor) : Promise.resolve([]),
  ])
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
      const at = (cursor: Partial<CauseSearch>) => routes.issues(causeQuery(fromFirstPage(search, cursor)))
      return (
        <div className={LIST_BOX}>
          <ListNews
            table="issues"
            list={causeQuery(search)}
            ids={rows.map(({ id }) => id)}
            mark={mark}
            first={search.after === undefined && search.before === undefined ? undefined : at({})}
          />
          <CausesTable
            rows={rows}
            search={search}
            timeZone={clock.timeZone}
            now={clock.now.getTime()}
            verbs={mayManage ? { people, mayClear: can(actor, 'connections:clear-issues') } : null}
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
