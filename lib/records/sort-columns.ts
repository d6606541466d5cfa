import 'server-only'
import { Prisma } from '../db/generated/client'
import { isNumeric } from '../property/property-type'
import { numberKey, textKey } from '../query/path-keys'
import type { SortColumn } from '../table/keyset'
import { isDataColumn, keysOf } from './columns'
import { RECORD_SORT_COLUMNS } from './fields-sql'
import type { RecordSearch } from './search-query'
import { propertiesFor } from './typed-columns'

const DATA = Prisma.sql`r.data`

/**
 * The columns that a search orders by, by their names: those of the table, and the paths into the data that it names. A path is ordered
 * by its numbers when its Property is numeric, else by its texts; values of another type have no place and stand with the nulls.
 */
export async function sortColumnsFor(
  search: Pick<RecordSearch, 'q' | 'columns' | 'terms'>,
): Promise<Readonly<Record<string, SortColumn>>> {
  const paths = search.terms.map(({ field }) => field).filter(isDataColumn)
  if (paths.length === 0) return RECORD_SORT_COLUMNS
  const properties = await propertiesFor(search)
  const columns = paths.map((path): [string, SortColumn] => {
    const type = properties.find(({ name }) => name === path)?.type ?? null
    const shared = { nullable: true, sealed: true } as const
    return [
      path,
      isNumeric(type)
        ? { ...shared, type: 'numeric', sql: numberKey(DATA, keysOf(path)) }
        : { ...shared, type: 'text', sql: textKey(DATA, keysOf(path)) },
    ]
  })
  return { ...RECORD_SORT_COLUMNS, ...Object.fromEntries(columns) }
}
