import { parseSort, printSort, type SortTerm } from '../table/sort'
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

/** The same list from its first page, with changes. */
export function fromFirstPage(search: ConnectionSearch, change: Partial<ConnectionSearch> = {}): ConnectionSearch {
  return { ...search, after: undefined, before: undefined, ...change }
}

/** The query for another sort; none means the table's own. */
export function withSort(search: ConnectionSearch, terms: readonly SortTerm[]): Record<string, string | undefined> {
  return connectionQuery(fromFirstPage(search, { sort: terms.length > 0 ? printSort(terms) : DEFAULTS.sort }))
}

/** What a new filter keeps of a search: all but the filter and the place in the list. */
export function heldParameters(search: ConnectionSearch): Record<string, string> {
  const query = connectionQuery(fromFirstPage(search, { q: '' }))
  return Object.fromEntries(
    Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  )
}
