import type { CSSProperties } from 'react'
import type { TableColumn } from './column'

const CHECKBOX = '2.5rem'

/** Widths as CSS variables of what scrolls the table, so that a column follows the pointer without its rows being drawn again. */
export interface ColumnWidths {
  /** Whether columns have widths at all, instead of fitting their content. */
  exact: boolean
  scroller: CSSProperties
  /** How far from the edge a column stays that is pinned. */
  left: (place: number) => string
}

export function cssWidth(width: number): string {
  return `${width / 16}rem`
}

export function widthVariable(place: number): string {
  return `--column-${place}`
}

export function columnWidths(columns: readonly TableColumn<never>[], hasCheckbox: boolean): ColumnWidths {
  const exact = columns.every(({ width }) => width !== undefined)
  const of = (place: number) => `var(${widthVariable(place)})`
  const sum = (count: number) =>
    `calc(${[hasCheckbox ? CHECKBOX : '0rem', ...Array.from({ length: count }, (_, place) => of(place))].join(' + ')})`
  const variables = columns.map(({ width = 0 }, place) => [widthVariable(place), cssWidth(width)])
  const pinned = columns.filter((column, place) => place === 0 || column.pinned).length
  const tracks = [...(hasCheckbox ? [CHECKBOX] : []), ...columns.map((_, place) => of(place)), 'minmax(0, 1fr)']
  // What has the focus is scrolled out from under the columns that stay.
  const room = { '--table': sum(columns.length), '--columns': tracks.join(' '), scrollPaddingLeft: sum(pinned) }
  const scroller = exact ? { ...Object.fromEntries(variables), ...room } : {}
  return { exact, scroller, left: sum }
}
