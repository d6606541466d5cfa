import 'server-only'
import { bounded } from './bounded'
import { metrics } from './metrics'
import { queryName } from './query-name'

const label = bounded()

/** Times a statement under its name; `milliseconds` as Prisma tells them. */
export function noteQuery(sql: string, milliseconds: number): void {
  metrics().querySeconds.observe({ query: label(queryName(sql)) }, milliseconds / 1_000)
}
