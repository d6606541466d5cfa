import 'server-only'
import { database } from '../db/client'
import { cuidPrefix } from '../db/cuid-prefix'
import { Prisma, type PrismaClient } from '../db/generated/client'
import { creationOrder } from '../records/creation-order'

/** Bytes of a table below which all of it may be looked through: about ten milliseconds. */
const SMALL_TABLE = 32 * 2 ** 20

/**
 * The condition over `r` outside of which no record can have come since `since`: along the primary key, as the list by creation is read
 * (docs/decisions/009), with the few ids that are no cuids; by an index on `createdAt` that someone made; or everything, where that is
 * little. Null where none of these serves, which leaves the refresh button.
 */
export async function recentRecords(db: PrismaClient, since: Date): Promise<Prisma.Sql | null> {
  const order = await creationOrder(database())
  if (order.kind === 'walk')
    return Prisma.sql`(r.id >= ${cuidPrefix(since.getTime())}::text or r.id < ${order.low}::text)`
  const [table] = await db.$queryRaw<{ size: number; indexed: boolean }[]>`
    select pg_relation_size(c.oid)::float8 as size,
      exists (select from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
        where i.indrelid = c.oid and i.indisvalid and i.indpred is null and a.attname = 'createdAt') as indexed
    from pg_class c where c.oid = 'mastra.records'::regclass`
  if (!table) return null
  if (table.size < SMALL_TABLE) return Prisma.sql`true`
  return table.indexed ? Prisma.sql`r."createdAt" >= ${since.toISOString()}::timestamp` : null
}

/** The same of connections, of which there are fewer: all of them, or by their ids alone. */
export async function recentConnections(db: PrismaClient, since: Date): Promise<Prisma.Sql> {
  const [table] = await db.$queryRaw<{ size: number }[]>`
    select pg_relation_size('mastra.connections'::regclass)::float8 as size`
  return table && table.size >= SMALL_TABLE
    ? Prisma.sql`c.id >= ${cuidPrefix(since.getTime())}::text`
    : Prisma.sql`true`
}
