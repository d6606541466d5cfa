import { splitPaths } from '../query/path-text'
import { excerpt } from '../table/table-params'
import { dataColumn, isSystemColumn, RECORD_COLUMNS } from './columns'
import { COLUMN_WIDTH, type ColumnChoice } from './columns-dto'

/** More columns than anyone reads, and paths than a statement should have. */
export const MOST_COLUMNS = 50

export type ParsedColumns = { ok: true; columns: ColumnChoice[] } | { ok: false; message: string }

/**
 * Reads `id,data.email!~240,createdAt`: names by comma in the order in which they are shown, `!` behind what is pinned, `~` before a
 * width. A path into the data is written as in the filter; a key with one of these marks in it is quoted.
 */
export function readColumns(text: string): ParsedColumns {
  const columns: ColumnChoice[] = []
  for (const part of splitPaths(text)) {
    const {
      name: written = '',
      pin,
      width,
    } = /^(?<name>.*?)(?<pin>!)?(?:~(?<width>\d{1,4}))?$/su.exec(part)?.groups ?? {}
    const name = isSystemColumn(written) ? written : dataColumn(written)
    if (name === null) return { ok: false, message: unknownColumn(written) }
    if (columns.some((column) => column.name === name))
      return { ok: false, message: `The columns name “${excerpt(name)}” twice.` }
    if (width !== undefined && (Number(width) < COLUMN_WIDTH.min || Number(width) > COLUMN_WIDTH.max))
      return { ok: false, message: `A column is ${COLUMN_WIDTH.min} to ${COLUMN_WIDTH.max} wide, not ${width}.` }
    const isPinned = pin !== undefined && columns.length > 0
    columns.push({ name, ...(width !== undefined && { width: Number(width) }), ...(isPinned && { pinned: true }) })
  }
  if (columns.length > MOST_COLUMNS) return { ok: false, message: `A table shows at most ${MOST_COLUMNS} columns.` }
  return { ok: true, columns }
}

function unknownColumn(written: string): string {
  const known = RECORD_COLUMNS.map((column) => column.name).join(', ')
  if (written.includes('[*]'))
    return `A column shows one value: name an element, such as data.items[0], or the whole list.`
  return `There is no column “${excerpt(written)}”. There are ${known}, and any path such as data.email.`
}
