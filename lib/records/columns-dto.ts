import type { RecordColumn } from './columns'

/** One column that the address asks for. */
export interface ColumnChoice {
  name: RecordColumn
  /** Sixteenths of the text size of the page, so pixels as long as nobody changed that; the column's usual width without it. */
  width?: number
  /** Stays in sight on the left; the first column always does. */
  pinned?: boolean
}

export const COLUMN_WIDTH = { min: 48, max: 960 }

/** The parameter's text for `columns`. */
export function printColumns(columns: readonly ColumnChoice[]): string {
  return columns
    .map(
      ({ name, width, pinned }, place) =>
        `${name}${pinned && place > 0 ? '!' : ''}${width === undefined ? '' : `~${width}`}`,
    )
    .join(',')
}
