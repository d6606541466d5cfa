import {
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  EyeOff,
  Filter,
  ListOrdered,
  Pin,
  PinOff,
  RotateCcw,
} from 'lucide-react'
import type { Route } from 'next'
import type { ColumnMenuEntry, ColumnSort } from '@/components/data-table/column'
import { addTerm, hasTerm } from '@/lib/query/edit'
import { defaultColumns, isDataColumn, isSortableData, type RecordColumn } from '@/lib/records/columns'
import { type ColumnChoice, printColumns } from '@/lib/records/columns-schema'
import { RECORD_SORTS } from '@/lib/records/fields'
import type { PropertyColumn } from '@/lib/records/property-dto'
import { DEFAULT_SORT, fromFirstPage, type RecordSearch, recordQuery } from '@/lib/records/search-params'
import { routes } from '@/lib/routes'
import { movedBy, without, withPin, withWidth } from '@/lib/table/arrange'
import { nextSort, printSort, type SortTerm, sortOf } from '@/lib/table/sort'

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

function isSortable(name: RecordColumn): boolean {
  return isDataColumn(name) ? isSortableData(name) : RECORD_SORTS.some((field) => field.name === name)
}

function sortedBy(search: RecordSearch, terms: readonly SortTerm[]): Route {
  return routes.records(recordQuery(fromFirstPage(search, { sort: printSort(terms) || DEFAULT_SORT })))
}

/** Where a press on the heading leads: ascending, descending, and then back to the table's own order. */
export function sortLink(name: RecordColumn, search: RecordSearch): ColumnSort | undefined {
  if (!isSortable(name)) return undefined
  const present = sortOf(search.terms, name)
  const next = nextSort(search.terms, name)
  // Taking the default sort away would lead back to it: its column turns round instead.
  const isSame = (printSort(next) || DEFAULT_SORT) === search.sort
  return {
    href: sortedBy(search, isSame ? [{ field: name, direction: 'asc' }] : next),
    addHref: sortedBy(search, nextSort(search.terms, name, { keepOthers: true })),
    direction: present === null ? 'none' : present.direction === 'asc' ? 'ascending' : 'descending',
    ...(present && search.terms.length > 1 && { place: present.place + 1 }),
  }
}

/** What can be done with a column by its menu. */
export function columnMenu(name: RecordColumn, arrangement: Arrangement): ColumnMenuEntry[] {
  const { search, columns } = arrangement
  const place = columns.findIndex((column) => column.name === name)
  const column = columns[place]
  const to = (changed: ColumnChoice[]) => withColumns(arrangement, changed)
  const arranging: ColumnMenuEntry[] = []
  if (place > 0) {
    arranging.push(
      column?.pinned
        ? { icon: PinOff, label: 'Unpin', href: to(withPin(columns, name, false)) }
        : { icon: Pin, label: 'Pin on the left', href: to(withPin(columns, name, true)) },
      { icon: ArrowLeft, label: 'Move left', href: to(movedBy(columns, name, -1)) },
    )
  }
  if (place < columns.length - 1)
    arranging.push({ icon: ArrowRight, label: 'Move right', href: to(movedBy(columns, name, 1)) })
  if (column?.width !== undefined)
    arranging.push({ icon: RotateCcw, label: 'Usual width', href: to(withWidth(columns, name, null)) })
  if (columns.length > 1) arranging.push({ icon: EyeOff, label: 'Hide', href: to(without(columns, name)) })
  const asking = [...sortEntries(name, search), ...filterEntries(name, search)]
  return asking.length > 0 ? [...asking, 'separator', ...arranging] : arranging
}

function sortEntries(name: RecordColumn, search: RecordSearch): ColumnMenuEntry[] {
  if (!isSortable(name)) return []
  const others = search.terms.filter(({ field }) => field !== name)
  const isIn = others.length < search.terms.length
  const only = (direction: SortTerm['direction']) => sortedBy(search, [{ field: name, direction }])
  const entries: ColumnMenuEntry[] = [
    { icon: ArrowUp, label: 'Sort ascending', href: only('asc') },
    { icon: ArrowDown, label: 'Sort descending', href: only('desc') },
  ]
  if (isIn && others.length > 0)
    entries.push({ icon: ListOrdered, label: 'Take out of the sort', href: sortedBy(search, others) })
  if (!isIn)
    entries.push({
      icon: ListOrdered,
      label: 'Add to the sort',
      href: sortedBy(search, nextSort(search.terms, name, { keepOthers: true })),
    })
  return entries
}

/** Records of one type do not all have the same data; this asks for those that have a value here. */
function filterEntries(name: RecordColumn, search: RecordSearch): ColumnMenuEntry[] {
  const term = `${name}:*`
  if (!isDataColumn(name) || hasTerm(search.q, term)) return []
  const href = routes.records(recordQuery(fromFirstPage(search, { q: addTerm(search.q, term) })))
  return [{ icon: Filter, label: 'Only records that have it', href }]
}
