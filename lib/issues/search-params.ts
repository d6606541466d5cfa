import { parseSort, printSort, type SortTerm } from '../table/sort'
import {
  type ParamProblem,
  type RawParams,
  readChoice,
  readTableParams,
  type TableParams,
  tableQuery,
} from '../table/table-params'
import { CAUSE_SORTS } from './fields'

/** What came last on top. */
const DEFAULTS = { sort: '-appearedAt' }

/** Causes that need someone, those kept out of sight for a while, those no connection has any more, and all. */
export const CAUSE_VIEWS = ['open', 'muted', 'resolved', 'all'] as const
export type CauseView = (typeof CAUSE_VIEWS)[number]

export interface CauseSearch extends TableParams {
  state: CauseView
  terms: SortTerm[]
}

/** What the address of `/issues` asks for. With a problem, no rows may be shown. */
export function readCauseSearch(raw: RawParams): { search: CauseSearch; problems: ParamProblem[] } {
  const { params, problems } = readTableParams(raw, DEFAULTS)
  const state = readChoice(raw, 'state', CAUSE_VIEWS, 'open', problems)
  const sort = parseSort(params.sort, CAUSE_SORTS)
  return sort.ok
    ? { search: { ...params, state, terms: sort.terms }, problems }
    : { search: { ...params, state, terms: [] }, problems: [...problems, ...sort.problems] }
}

/** The query of `routes.issues(…)` for a search, defaults left out. */
export function causeQuery(search: CauseSearch): Record<string, string | undefined> {
  return { ...tableQuery(search, DEFAULTS), state: search.state === 'open' ? undefined : search.state }
}

/** The same list from its first page, with changes. */
export function fromFirstPage(search: CauseSearch, change: Partial<CauseSearch> = {}): CauseSearch {
  return { ...search, after: undefined, before: undefined, ...change }
}

/** The query for another sort; none means the table's own. */
export function withSort(search: CauseSearch, terms: readonly SortTerm[]): Record<string, string | undefined> {
  return causeQuery(fromFirstPage(search, { sort: terms.length > 0 ? printSort(terms) : DEFAULTS.sort }))
}

/** What a new filter keeps of a search: all but the filter and the place in the list. */
export function heldParameters(search: CauseSearch): Record<string, string> {
  const query = causeQuery(fromFirstPage(search, { q: '' }))
  return Object.fromEntries(
    Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  )
}
