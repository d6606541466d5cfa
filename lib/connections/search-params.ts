import { parseSort, type SortTerm } from '../table/sort'
import { type ParamProblem, type RawParams, readTableParams, type TableParams, tableQuery } from '../table/table-params'
import { CONNECTION_SORTS } from './fields'

/** Connections that need attention first; the newest of them on top. */
const DEFAULTS = { sort: '-issueCount,-createdAt' }

export interface ConnectionSearch extends TableParams {
  terms: SortTerm[]
}

/** What the address of `/connections` asks for. With a problem, no rows may be shown. */
export function readConnectionSearch(raw: RawParams): { search: ConnectionSearch; problems: ParamProblem[] } {
  const { params, problems } = readTableParams(raw, DEFAULTS)
  const sort = parseSort(params.sort, CONNECTION_SORTS)
  return sort.ok
    ? { search: { ...params, terms: sort.terms }, problems }
    : { search: { ...params, terms: [] }, problems: [...problems, ...sort.problems] }
}

/** The query of `routes.connections(…)` for a search, defaults left out. */
export function connectionQuery(search: TableParams): Record<string, string | undefined> {
  return tableQuery(search, DEFAULTS)
}

/** The same search with another filter, from the first page. */
export function withFilter(search: TableParams, q: string): Record<string, string | undefined> {
  return connectionQuery({ ...search, q, after: undefined, before: undefined })
}
