'use client'

import { createColumnHelper, type RowData, tableFeatures, useTable } from '@tanstack/react-table'
import clsx from 'clsx'
import type { Route } from 'next'
import { type CSSProperties, type ReactNode, useMemo } from 'react'
import { Checkbox } from '../ui/checkbox'
import type { ColumnArranging, TableColumn } from './column'
import { ColumnHeading } from './column-heading'
import { columnWidths } from './column-widths'
import { Filler } from './filler'
import { SelectionBar } from './selection-bar'
import { OVER_BAR, TABLE_SCROLLER } from './table-look'
import { type CellLook, TableRow } from './table-row'
import { useColumnDrag } from './use-column-drag'
import { useEarlyTicks } from './use-early-ticks'
import { useKeptScroll } from './use-kept-scroll'
import { useKeptSelection } from './use-kept-selection'
import { useRowKeys } from './use-row-keys'
import { useStable } from './use-stable'

/** None: rows are found, sorted and paged in Postgres, and what is selected outlives the page (`useKeptSelection`). */
const features = tableFeatures({})

interface DataTableProps<Row extends RowData> {
  /** Names the table, and the region that scrolls it sideways. */
  label: string
  columns: readonly TableColumn<Row>[]
  rows: readonly Row[]
  getRowId: (row: Row) => string
  /** Where Enter on a row leads. */
  rowHref?: (row: Row) => Route
  /** Names a row for its checkbox. */
  rowLabel?: (row: Row) => string
  /** What can be done with the rows selected, or with `all` rows of the list; without it nothing can be selected. */
  selectionBar?: (selected: Row[], clear: () => void, all: boolean) => ReactNode
  /** Names the list that this is a page of: what is selected stays so on its other pages. */
  list?: string
  /** How many rows the whole list has, in words; offers to select them all. */
  whole?: ReactNode
  /** What can be done with the columns; without it they stay as they are. */
  arranging?: ColumnArranging
  /** Stands in for the rows when there are none. */
  empty: ReactNode
  busy?: boolean
}

/**
 * A table whose rows, order and pages come from the server; the selection is its only state, and is there again on Back.
 * Arrow keys move between rows, Enter opens one, x or Space selects it. On a phone each row becomes a card of labelled values.
 */
export function DataTable<Row extends RowData>(props: DataTableProps<Row>) {
  const { label, columns, rows, getRowId, rowHref, rowLabel, selectionBar, arranging, empty, busy } = props
  const selection = useKeptSelection({ list: props.list ?? '', rows, idOf: getRowId })
  const definitions = useMemo(() => {
    const helper = createColumnHelper<typeof features, Row>()
    return helper.columns(
      columns.map((column) =>
        helper.display({ id: column.id, header: column.header, cell: ({ row }) => column.cell(row.original) }),
      ),
    )
  }, [columns])
  const table = useTable({ features, data: rows, columns: definitions, getRowId })
  const shown = table.getRowModel().rows
  const selected = shown.filter((row) => selection.ids.has(row.id))
  const ids = shown.map((row) => row.id)
  const { scroller, onScroll } = useKeptScroll()
  useEarlyTicks(scroller, ids, selection)
  const selects = selectionBar !== undefined
  const widths = useMemo(() => columnWidths(columns, selects), [columns, selects])
  const drag = useColumnDrag(arranging?.onMove)
  const looks = useMemo(() => {
    const { exact, left } = widths
    return columns.map((column, place): CellLook => {
      const stays = staying(column, place, selects, exact)
      return {
        className: clsx(
          'cell',
          `cell-${column.phone ?? 'labelled'}`,
          column.align === 'right' && 'text-right max-sm:text-left',
          stays && ['cell-stays', stays],
        ),
        style: exact ? stayOf(column, place, left) : { maxWidth: column.maxWidth ?? '22rem' },
      }
    })
  }, [columns, selects, widths])
  const keys = useRowKeys({
    container: scroller,
    ids,
    onOpen: rowHref && ((index) => hrefAt(shown[index]?.original, rowHref)),
    onToggle: selectionBar && selection.toggle,
    onToggleRange: selectionBar && selection.choose,
  })
  const onToggle = useStable(selection.toggle)

  if (rows.length === 0) return <div aria-busy={busy || undefined}>{empty}</div>
  return (
    <div aria-busy={busy || undefined} className="min-w-0">
      <section
        ref={scroller}
        onScroll={onScroll}
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        style={widths.scroller}
        className={clsx(TABLE_SCROLLER, selection.chosen.length > 0 && OVER_BAR)}
      >
        {/* Roles are said aloud: on a phone the display of rows and cells is no table's, which takes theirs away in some browsers. */}
        <table
          role="table"
          aria-label={label}
          className={clsx(
            'w-full border-separate border-spacing-0 text-row max-sm:block',
            widths.exact && 'table-of-widths',
          )}
        >
          <thead role="rowgroup" className="max-sm:not-focus-within:sr-only max-sm:block">
            <tr role="row" className="max-sm:flex max-sm:flex-wrap max-sm:items-center">
              {selectionBar && (
                <th
                  role="columnheader"
                  scope="col"
                  className={clsx(
                    'z-20 w-10 border-b border-line bg-surface px-3',
                    widths.exact ? 'heading-stays' : 'sticky top-0 left-0',
                  )}
                >
                  <Checkbox
                    label="Select all rows on this page"
                    checked={selected.length === rows.length}
                    indeterminate={selected.length > 0 && selected.length < rows.length}
                    onChange={(event) => (event.target.checked ? selection.choose(ids) : selection.drop(ids))}
                  />
                </th>
              )}
              {columns.map((column, place) => (
                <ColumnHeading
                  key={column.id}
                  column={column}
                  place={place}
                  arranging={arranging}
                  drag={drag}
                  isExact={widths.exact}
                  stays={staying(column, place, selects, widths.exact)}
                  style={widths.exact ? stayOf(column, place, widths.left) : undefined}
                />
              ))}
              {widths.exact && <Filler heading />}
            </tr>
          </thead>
          <tbody
            role="rowgroup"
            {...keys.body}
            className={clsx('max-sm:block', selection.chosen.length > 0 && 'rows-above-bar')}
          >
            {shown.map(({ id, original }, index) => (
              <TableRow
                key={id}
                id={id}
                row={original}
                columns={columns}
                looks={looks}
                exact={widths.exact}
                selects={selects ? (rowLabel?.(original) ?? id) : undefined}
                isSelected={selection.ids.has(id)}
                isCurrent={index === keys.current}
                onToggle={onToggle}
              />
            ))}
          </tbody>
        </table>
      </section>
      {selectionBar && selection.chosen.length > 0 && (
        <SelectionBar
          count={selection.chosen.length}
          elsewhere={selection.chosen.length - selected.length}
          whole={props.whole}
          all={selection.all}
          onAll={selection.chooseAll}
          onClear={selection.clear}
        >
          {selectionBar(selection.chosen, selection.clear, selection.all)}
        </SelectionBar>
      )}
    </div>
  )
}

/** How far from the edge a cell stays that does (data-table.css). */
const STAY: string = '--stay'

/** What names a row stays in sight while the rest of it is scrolled sideways; more than that only where there is room. */
function staying<Row>({ pinned }: TableColumn<Row>, place: number, selects: boolean, exact: boolean) {
  if (place === 0) return clsx('sm:shadow-[1px_0_0_var(--line)]', selects && '[--stay:2.5rem]')
  return pinned && exact ? 'max-lg:[--stay:auto]! lg:shadow-[1px_0_0_var(--line)]' : undefined
}

function stayOf<Row>(
  { pinned }: TableColumn<Row>,
  place: number,
  left: (place: number) => string,
): CSSProperties | undefined {
  return place > 0 && pinned ? { [STAY]: left(place) } : undefined
}

function hrefAt<Row>(row: Row | undefined, rowHref: (row: Row) => Route): Route | undefined {
  return row === undefined ? undefined : rowHref(row)
}
