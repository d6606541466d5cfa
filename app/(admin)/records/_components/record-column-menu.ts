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
import type { ColumnMenuEntry } from '@/components/data-table/column'
import { addTerm, hasTerm } from '@/lib/query/edit'
import { isDataColumn, type RecordColumn } from '@/lib/records/columns'
import type { ColumnChoice } from '@/lib/records/columns-dto'
import { fromFirstPage, type RecordSearch, recordQuery } from '@/lib/records/search-query'
import { routes } from '@/lib/routes'
import { movedBefore, movedBy, without, withPin, withWidth } from '@/lib/table/arrange'
import { nextSort, type SortTerm } from '@/lib/table/sort'
import { type Arrangement, isSortable, sortedBy, withColumns } from './record-arranging'

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

/** The page with the column as wide as it was pulled. */
export function resized(arrangement: Arrangement, id: string, width: number): Route {
  return withColumns(arrangement, withWidth(arrangement.columns, id, width))
}

/** The page with the column before the one that it was dropped on. */
export function moved(arrangement: Arrangement, id: string, before: string): Route {
  return withColumns(arrangement, movedBefore(arrangement.columns, id, before))
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
    entries.push({ icon: ListOrdered, label: 'Remove from the sort', href: sortedBy(search, others) })
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
