import 'server-only'
import { noteStatement } from '../tracing/tracing'
import { bounded } from './bounded'
import { metrics } from './metrics'
import { queryName } from './query-name'

const label = bounded()

/** Times a statement under its name; `milliseconds` as Prisma tells them. */
export function noteQuery(sql: string, milliseconds: number): void {
  const query = label(queryName(sql))
  metrics().querySeconds.observe({ query }, milliseconds / 1_000)
  noteStatement(query, milliseconds)
}
