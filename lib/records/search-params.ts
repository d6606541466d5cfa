import { inShownOrder } from '../table/arrange'
import { type OtherField, parseSort, printSort } from '../table/sort'
import { excerpt, type ParamProblem, type RawParams, readChoice, readOne, readTableParams } from '../table/table-params'
import { dataColumn, defaultColumns, isSortableData } from './columns'
import type { ColumnChoice } from './columns-dto'
import { readColumns } from './columns-schema'
import { RECORD_SORTS } from './fields'
import type { PropertyColumn } from './property-dto'
import { DEFAULT_SORT, RECORD_STATES, type RecordSearch } from './search-query'

/** Reads the address of the record table. With problems, `search` holds defaults in their place and must not be run. */
export function readRecordSearch(raw: RawParams): { search: RecordSearch; problems: ParamProblem[] } {
  const { params, problems } = readTableParams(raw, { sort: DEFAULT_SORT })
  const sort = parseSort(params.sort, RECORD_SORTS, dataSort)
  if (!sort.ok) problems.push(...sort.problems)
  const search: RecordSearch = {
    ...params,
    sort: sort.ok ? printSort(sort.terms) : DEFAULT_SORT,
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

/** The columns to show, in their order: those of the address, else the usual ones of what is in view. */
export function columnsOf(search: RecordSearch, properties: readonly PropertyColumn[]): ColumnChoice[] {
  return inShownOrder(search.columns ?? defaultColumns(search.state, properties).map((name) => ({ name })))
}
