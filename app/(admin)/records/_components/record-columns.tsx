import type { TableColumn } from '@/components/data-table/column'
import { PropertyValue } from '@/components/property-value/property-value'
import { onDemand } from '@/components/ui/on-demand'
import { isNumeric } from '@/lib/property/property-type'
import { termForValue } from '@/lib/query/value-term'
import {
  type DataColumn,
  isDataColumn,
  isSystemColumn,
  type RecordColumn,
  type SystemColumn,
  stepsOf,
} from '@/lib/records/columns'
import type { RecordRow } from '@/lib/records/dto'
import { type Arrangement, sortLink } from './record-arranging'
import { type CellContext, narrowed, recordCell } from './record-cell'
import { headingsOf, usualWidth } from './record-headings'

/** What the menus of columns hold. */
const columnMenus = onDemand(() => import('./record-column-menu'))

const PHONE: Partial<Record<SystemColumn, TableColumn<RecordRow>['phone']>> = {
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

/** The columns in their order, each heading sorting by it and with a menu, each telling value narrowing the filter to it. */
export function recordColumns(context: CellContext & Arrangement): TableColumn<RecordRow>[] {
  const { search, columns, properties, timeZone } = context
  const headings = headingsOf(columns, properties)
  const data = columns.map(({ name }) => name).filter(isDataColumn)
  return columns.map(({ name, width, pinned }, place) => {
    const header = headings[place] ?? name
    const property = properties.find((known) => known.name === name)
    const isTime = TIMES.includes(name) || property?.type === 'DATE'
    const notes = [isDataColumn(name) ? name : '', isTime ? `times in ${timeZone}` : '']
    return {
      id: name,
      header,
      note: notes.filter((note) => note !== '').join(', ') || undefined,
      align: isNumeric(property?.type ?? null) ? 'right' : 'left',
      sort: sortLink(name, search),
      menu: () => columnMenus.now().columnMenu(name, context),
      menuNeeds: columnMenus,
      width: width ?? usualWidth(name, header, property?.type ?? null),
      pinned,
      // Columns chosen by name are all wanted, with their headings; the usual ones make an item that is read at a glance.
      phone: search.columns === null ? phoneOf(name, data) : undefined,
      cell: (row) =>
        isSystemColumn(name) ? recordCell(name, row, context) : dataCell(name, data.indexOf(name), row, context),
    }
  })
}

function phoneOf(name: RecordColumn, data: readonly DataColumn[]): TableColumn<RecordRow>['phone'] {
  if (isSystemColumn(name)) return PHONE[name]
  return data.indexOf(name) < DATA_ON_PHONE ? 'labelled' : 'hidden'
}

function dataCell(name: DataColumn, place: number, row: RecordRow, { search, timeZone }: CellContext) {
  const path = stepsOf(name).map((step) => (step.type === 'index' ? step.index : step.type === 'key' ? step.key : '*'))
  return (
    <PropertyValue
      view={row.cells[place] ?? null}
      timeZone={timeZone}
      hrefFor={(source) => {
        const term = termForValue('data', path, source)
        return term === null ? null : narrowed(search, term)
      }}
    />
  )
}
