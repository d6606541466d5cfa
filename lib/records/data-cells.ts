import 'server-only'
import { Prisma } from '../db/generated/client'
import { maskOfLength } from '../mask/mask-sign'
import type { Masker } from '../mask/policy'
import type { PropertyType } from '../property/property-type'
import { readValue } from '../property/read-value'
import type { ValueView } from '../property/value-view'
import { type DataColumn, keysOf } from './columns'
import type { PropertyColumn } from './property-dto'

/** Bytes, as Postgres keeps a value, above which a cell is not sent but its size. */
const CELL_LIMIT = 2_048

/** A value as SQL gives it: null for none, its JSON text, or the size and JSON type of what is too large. */
export type RawCell = string | [bytes: number, type: string] | null

/** A select expression of the values at the columns, as JSON text of `RawCell[]`, over RECORDS_FROM. */
export function selectCells(columns: readonly DataColumn[]): Prisma.Sql {
  if (columns.length === 0) return Prisma.sql`'[]'`
  const names = columns.map((_, place) => Prisma.raw(`v${place}`))
  const values = columns.map((column, place) => Prisma.sql`doc #> ${keysOf(column)}::text[] as ${names[place]}`)
  const cells = names.map(
    (name) => Prisma.sql`case when pg_column_size(${name}) <= ${CELL_LIMIT} then to_json(${name}::text)
      when ${name} is not null then json_build_array(pg_column_size(${name}), jsonb_typeof(${name})) end`,
  )
  // The path of no steps leads to the document itself, unpacked: once for the row, and not once for each of its columns.
  return Prisma.sql`(select json_build_array(${Prisma.join(cells)})::text
    from (select ${Prisma.join(values)} from (select r.data #> '{}' as doc offset 0) as unpacked offset 0) as cells)`
}

/** What the cells show, secrets masked, in the order of the columns. */
export function readCells(
  mask: Masker,
  selected: string,
  columns: readonly DataColumn[],
  properties: readonly PropertyColumn[],
): (ValueView | null)[] {
  const cells = JSON.parse(selected) as RawCell[]
  return columns.map((column, place) => {
    const property = properties.find(({ name }) => name === column)
    return readCell(mask, cells[place] ?? null, keysOf(column), property?.type ?? null, property?.parts)
  })
}

const LARGE: Record<string, 'text' | 'list' | 'object'> = { string: 'text', array: 'list', object: 'object' }

function readCell(
  mask: Masker,
  cell: RawCell,
  keys: string[],
  type: PropertyType | null,
  parts?: readonly string[],
): ValueView | null {
  if (cell === null) return null
  if (typeof cell !== 'string')
    return mask.shownAt(keys) === 'masked'
      ? { kind: 'masked', text: maskOfLength(cell[0]) }
      : { kind: 'large', bytes: cell[0], what: LARGE[cell[1]] ?? 'value' }
  return readValue(mask.valueAt(keys, cell), type, parts)
}
