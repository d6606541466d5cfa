import clsx from 'clsx'
import { type CSSProperties, memo, type ReactNode } from 'react'
import { Checkbox } from '../ui/checkbox'
import type { TableColumn } from './column'
import { Filler } from './filler'
import { RowMark } from './row-mark'

/** How the cells of a column are drawn, the same in every row. */
export interface CellLook {
  className: string
  style?: CSSProperties
}

interface TableRowProps<Row> {
  row: Row
  id: string
  columns: readonly TableColumn<Row>[]
  looks: readonly CellLook[]
  /** Whether the columns have exact widths, which leave room behind the last. */
  exact: boolean
  /** Names the row for its checkbox; undefined where nothing can be selected. */
  selects: string | undefined
  isSelected: boolean
  /** Whether it is the row that Tab comes to. */
  isCurrent: boolean
  onToggle: (id: string) => void
}

/** One row. It is drawn anew only for what changed of it: a page has up to 200. */
export const TableRow = memo(DrawnRow) as <Row>(props: TableRowProps<Row>) => ReactNode

function DrawnRow<Row>({
  row,
  id,
  columns,
  looks,
  exact,
  selects,
  isSelected,
  isCurrent,
  onToggle,
}: TableRowProps<Row>) {
  return (
    <tr
      role="row"
      data-row={id}
      tabIndex={isCurrent ? 0 : -1}
      data-selected={isSelected || undefined}
      className={clsx('group row', isSelected ? 'bg-accent-soft' : 'bg-surface hover:bg-hover')}
    >
      {selects !== undefined && (
        <td role="cell" className="cell-select">
          <Checkbox className="mt-0.5" label={`Select ${selects}`} checked={isSelected} onChange={() => onToggle(id)} />
        </td>
      )}
      {/* Called, not rendered as a component: a new function would be a new component, and take the focus and clicks with it. */}
      {columns.map((column, place) => (
        <td key={column.id} role="cell" data-label={column.header} {...looks[place]}>
          {column.cell(row)}
          {place === 0 && <RowMark id={id} />}
        </td>
      ))}
      {exact && <Filler />}
    </tr>
  )
}
