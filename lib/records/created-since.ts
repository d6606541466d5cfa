import 'server-only'
import { cuidPrefix } from '../db/cuid-prefix'
import { Prisma } from '../db/generated/client'
import type { CreationOrder } from './creation-order'

/**
 * The condition over `r` that a record was created at or after a moment. Where the order by id is known to be that of creation but for known
 * exceptions (docs/decisions/009), ids narrow it down, so that the primary key, or an index that ends with the id, serves it.
 */
export function createdSince(order: CreationOrder, moment: Date): Prisma.Sql {
  const at = Prisma.sql`${moment.toISOString().replace('Z', '')}::timestamp`
  const since = Prisma.sql`r."createdAt" >= ${at}`
  if (order.kind === 'sorted') return since
  const { low, high, slack } = order
  const first = cuidPrefix(moment.getTime() - slack)
  return Prisma.sql`${since} and ((r.id >= ${first < low ? low : first} and r.id < ${high}) or r.id < ${low} or r.id >= ${high}
    or r.id = any(array(select x.id from mastra_admin.record_exception x where x.created_at >= ${at})))`
}
