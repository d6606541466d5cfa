import type { ColumnSort, TableColumn } from '@/components/data-table/column'
import { isNumeric } from '@/lib/property/property-type'
import { fieldForPath } from '@/lib/query/value-term'
import {
  type DataColumn,
  isDataColumn,
  isSystemColumn,
  type RecordColumn,
  type SystemColumn,
  stepsOf,
} from '@/lib/records/columns'
import type { RecordRow } from '@/lib/records/dto'
import { DEFAULT_SORT, type RecordSearch } from '@/lib/records/search-query'
import { nextSort, printSort, sortOf } from '@/lib/table/sort'
import { type Arrangement, isSortable, sortedBy } from './record-arranging'
import { headingsOf, usualWidth } from './record-headings'

/**
 * A column as the server describes it: all of it but its cells and its menu. What reads paths, sorts and properties for it need not
 * be sent to a browser.
 */
export type ColumnLook = Pick<
  TableColumn<RecordRow>,
  'header' | 'note' | 'align' | 'sort' | 'width' | 'pinned' | 'phone'
> &
  ({ id: SystemColumn; data: null } | { id: DataColumn; data: DataOfColumn })

export interface DataOfColumn {
  /** Which of a row's cells it shows. */
  place: number
  /** What a filter calls its values; null where it can find none. */
  field: string | null
}

const PHONE: Partial<Record<SystemColumn, ColumnLook['phone']>> = {
  id: 'title',
  entityType: 'beside',
  externalId: 'beside',
  source: 'hidden',
  status: 'beside',
  enrichmentStatus: 'beside',
  'connection.name': 'beside',
  'connection.connectionId': 'beside',
  createdAt: 'beside',
  updatedAt: 'hidden',
  data: 'line',
}
/** Values of the data in an item that is read at a glance. */
const DATA_ON_PHONE = 6

const TIMES: readonly RecordColumn[] = ['createdAt', 'updatedAt', 'deletedAt']

/** The columns in their order, each heading sorting by it. */
export function columnLooks({ search, columns, properties }: Arrangement, timeZone: string): ColumnLook[] {
  const headings = headingsOf(columns, properties)
  const data = columns.map(({ name }) => name).filter(isDataColumn)
  return columns.map(({ name, width, pinned }, place) => {
    const header = headings[place] ?? name
    const property = properties.find((known) => known.name === name)
    const isTime = TIMES.includes(name) || property?.type === 'DATE'
    const notes = [isDataColumn(name) ? name : '', isTime ? `times in ${timeZone}` : '']
    const look = {
      header,
      note: notes.filter((note) => note !== '').join(', ') || undefined,
      align: isNumeric(property?.type ?? null) ? 'right' : 'left',
      sort: sortLink(name, search),
      width: width ?? usualWidth(name, header, property?.type ?? null),
      pinned,
      // Columns chosen by name are all wanted, with their headings; the usual ones make an item that is read at a glance.
      phone: search.columns === null ? phoneOf(name, data) : undefined,
    } as const
    return isSystemColumn(name)
      ? { ...look, id: name, data: null }
      : { ...look, id: name, data: { place: data.indexOf(name), field: fieldOf(name) } }
  })
}

function phoneOf(name: RecordColumn, data: readonly DataColumn[]): ColumnLook['phone'] {
  if (isSystemColumn(name)) return PHONE[name]
  return data.indexOf(name) < DATA_ON_PHONE ? 'labelled' : 'hidden'
}

function fieldOf(name: DataColumn): string | null {
  const path = stepsOf(name).map((step) => (step.type === 'index' ? step.index : step.type === 'key' ? step.key : '*'))
  return fieldForPath('data', path)
}

/** Where a press on the heading leads: ascending, descending, and then back to the table's own order. */
function sortLink(name: RecordColumn, search: RecordSearch): ColumnSort | undefined {
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
