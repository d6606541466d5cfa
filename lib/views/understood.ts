import 'server-only'
import { AppError } from '../errors'
import { knownQuery, type ViewTable } from './search-params'

/** The query as it is kept. Throws INVALID for one with parts that the table does not understand. */
export function understoodQuery(table: ViewTable, query: string): string {
  const known = knownQuery(table, query, { now: new Date(), timeZone: 'UTC' })
  const [wrong] = known.dropped
  if (wrong) throw new AppError('INVALID', `“${wrong.text}” is not understood, so the view was not saved.`)
  return known.query
}
