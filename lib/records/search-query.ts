import type { SortTerm } from '../table/sort'
import { type TableParams, tableQuery } from '../table/table-params'
import { type ColumnChoice, printColumns } from './columns-dto'

export const RECORD_STATES = ['live', 'deleted', 'all'] as const
export type RecordState = (typeof RECORD_STATES)[number]

/** Newest first. */
export const DEFAULT_SORT = '-createdAt'

/** Everything that the address says about the record table. */
export interface RecordSearch extends TableParams {
  state: RecordState
  terms: SortTerm[]
  /** In the order in which they are shown; null while the address has none. */
  columns: ColumnChoice[] | null
  /** `whole` when words are to be looked for in all of each document, although an index reaches only into its beginning. */
  text: 'head' | 'whole'
}

/** The query of an address for `search`: what is as by default is left out. Reading it gives `search` again. */
export function recordQuery(search: RecordSearch): Record<string, string | undefined> {
  const { after, before, ...shared } = tableQuery(search, { sort: DEFAULT_SORT })
  return {
    ...shared,
    state: search.state === 'live' ? undefined : search.state,
    columns: search.columns ? printColumns(search.columns) : undefined,
    text: search.text === 'whole' ? 'whole' : undefined,
    after,
    before,
  }
}

/** The same list from its first page: whoever changes the filter, the sort or the size does not want page ten of the new list. */
export function fromFirstPage(search: RecordSearch, change: Partial<RecordSearch> = {}): RecordSearch {
  return { ...search, after: undefined, before: undefined, ...change }
}

/** The part of the address that says which list it is and in which order; what a record's page needs for its neighbours. */
export function listQuery(search: RecordSearch): Record<string, string | undefined> {
  const { q, state, sort, text, view } = recordQuery(search)
  return { q, state, sort, text, view }
}
