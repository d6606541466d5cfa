import { inShownOrder } from '../table/arrange'
import { type OtherField, parseSort, printSort, type SortTerm } from '../table/sort'
import {
  excerpt,
  type ParamProblem,
  type RawParams,
  readChoice,
  readOne,
  readTableParams,
  type TableParams,
  tableQuery,
} from '../table/table-params'
import { dataColumn, defaultColumns, isSortableData } from './columns'
import { type ColumnChoice, printColumns, readColumns } from './columns-schema'
import { RECORD_SORTS } from './fields'
import type { PropertyColumn } from './property-dto'

export const RECORD_STATES = ['live', 'deleted', 'all'] as const
export type RecordState = (typeof RECORD_STATES)[number]

/** Newest first. */
export const DEFAULT_SORT = '-createdAt'
const DEFAULTS = { sort: DEFAULT_SORT }

/** Everything that the address says about the record table. */
export interface RecordSearch extends TableParams {
  state: RecordState
  terms: SortTerm[]
  /** In the order in which they are shown; null while the address has none. */
  columns: ColumnChoice[] | null
  /** `whole` when words are to be looked for in all of each document, although an index reaches only into its beginning. */
  text: 'head' | 'whole'
}

/** Reads the address of the record table. With problems, `search` holds defaults in their place and must not be run. */
export function readRecordSearch(raw: RawParams): { search: RecordSearch; problems: ParamProblem[] } {
  const { params, problems } = readTableParams(raw, DEFAULTS)
  const sort = parseSort(params.sort, RECORD_SORTS, dataSort)
  if (!sort.ok) problems.push(...sort.problems)
  const search: RecordSearch = {
    ...params,
    sort: sort.ok ? printSort(sort.terms) : DEFAULTS.sort,
    terms: sort.ok ? sort.terms : [{ field: 'createdAt', direction: 'desc' }],
    state: readChoice(raw, 'state', RECORD_STATES, 'live', problems),
    columns: columnsIn(raw, problems),
    text: readChoice(raw, 'text', ['head', 'whole'], 'head', problems),
  }
  return { search, problems }
}

/** A path into the data, under its one name. */
const dataSort: OtherField = (written) => {
  const column = dataColumn(written)
  if (column === null) return null
  if (isSortableData(column)) return { field: column }
  return { problem: `The table cannot be sorted by ${excerpt(column)}: it is masked, or leads through a list.` }
}

function columnsIn(raw: RawParams, problems: ParamProblem[]): ColumnChoice[] | null {
  const text = readOne(raw, 'columns', problems)
  if (text === undefined) return null
  const read = readColumns(text)
  if (read.ok) return read.columns
  problems.push({ parameter: 'columns', message: read.message })
  return null
}

/** The query of an address for `search`: what is as by default is left out. Reading it gives `search` again. */
export function recordQuery(search: RecordSearch): Record<string, string | undefined> {
  const { after, before, ...shared } = tableQuery(search, DEFAULTS)
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

/** The columns to show, in their order: those of the address, else the usual ones of what is in view. */
export function columnsOf(search: RecordSearch, properties: readonly PropertyColumn[]): ColumnChoice[] {
  return inShownOrder(search.columns ?? defaultColumns(search.state, properties).map((name) => ({ name })))
}
