import type { Route } from 'next'
import { defaultColumns, isDataColumn, isSortableData, type RecordColumn } from '@/lib/records/columns'
import { type ColumnChoice, printColumns } from '@/lib/records/columns-dto'
import { RECORD_SORTS } from '@/lib/records/fields'
import type { PropertyColumn } from '@/lib/records/property-dto'
import { DEFAULT_SORT, fromFirstPage, type RecordSearch, recordQuery } from '@/lib/records/search-query'
import { routes } from '@/lib/routes'
import { printSort, type SortTerm } from '@/lib/table/sort'

/** The list as it is, and what its columns are by default. */
export interface Arrangement {
  search: RecordSearch
  /** As shown. */
  columns: readonly ColumnChoice[]
  properties: readonly PropertyColumn[]
}

/** The address of the same page of the list with these columns; without the parameter where they are the usual ones. */
export function withColumns({ search, properties }: Arrangement, columns: ColumnChoice[]): Route {
  const usual = printColumns(defaultColumns(search.state, properties).map((name) => ({ name })))
  return routes.records(recordQuery({ ...search, columns: printColumns(columns) === usual ? null : columns }))
}

/** Whether the list can be sorted by the column. */
export function isSortable(name: RecordColumn): boolean {
  return isDataColumn(name) ? isSortableData(name) : RECORD_SORTS.some((field) => field.name === name)
}

/** The first page of the list in this order. */
export function sortedBy(search: RecordSearch, terms: readonly SortTerm[]): Route {
  return routes.records(recordQuery(fromFirstPage(search, { sort: printSort(terms) || DEFAULT_SORT })))
}
