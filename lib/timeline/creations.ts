import 'server-only'
import { Prisma, type PrismaClient } from '../db/generated/client'
import { isoText } from '../db/iso-text'
import { withinBudget } from '../db/within-budget'
import type { TimelineEntry } from './dto'

type Created = Extract<TimelineEntry, { what: 'created' }>

/** Milliseconds for counting the records of the connections by day. */
const BUDGET = 1_500

/**
 * Creations of records by connection and day (UTC) before a moment, the latest first, by the index on records by entity. Where counting takes
 * too long, the days in which the watch over health saw something of a connection (docs/decisions/023), without numbers.
 */
export async function creationsBefore(
  db: PrismaClient,
  connectionIds: readonly string[],
  before: string | null,
  limit: number,
): Promise<{ rows: Created[]; uncounted: boolean }> {
  const ids = Prisma.sql`${[...connectionIds]}::text[]`
  // A day that has begun before the place and goes on behind it was told as a whole, at its last moment.
  const until = (last: Prisma.Sql) => (before ? Prisma.sql`having ${last} <= ${before}::timestamp` : Prisma.empty)
  const counted = await withinBudget(
    db,
    BUDGET,
    (tx) => tx.$queryRaw<RawCreated[]>`
      select day.connection_id as "connectionId", day.integration, ${isoText(Prisma.sql`min(day.first)`)} as "from", ${isoText(Prisma.sql`max(day.last)`)} as at,
        jsonb_agg(jsonb_build_object('entityType', day.type, 'count', day.count) order by day.count desc, day.type) as counts
      from (
        select c.id as connection_id, c.name as integration, e.type, date_trunc('day', r."createdAt") as day, min(r."createdAt") as first,
          max(r."createdAt") as last, count(*)::int as count
        from mastra.connections c join mastra.entity e on e.k_id = c.id join mastra.records r on r."entityId" = e.id
        where c.id = any(${ids}) group by 1, 3, 4) as day
      group by day.connection_id, day.integration, day.day ${until(Prisma.sql`max(day.last)`)} order by max(day.last) desc limit ${limit}`,
  )
  if (counted) return { rows: counted.map(described), uncounted: false }
  const seen = await db.$queryRaw<RawCreated[]>`
    select m.connection_id as "connectionId", c.name as integration, ${isoText(Prisma.sql`min(m.first_at) at time zone 'UTC'`)} as "from",
      ${isoText(Prisma.sql`max(m.last_at) at time zone 'UTC'`)} as at, null as counts
    from mastra_admin.sync_moment m join mastra.connections c on c.id = m.connection_id where m.connection_id = any(${ids})
    group by m.connection_id, c.name, date_trunc('day', m.hour) ${until(Prisma.sql`max(m.last_at) at time zone 'UTC'`)}
    order by max(m.last_at) desc limit ${limit}`
  return { rows: seen.map(described), uncounted: true }
}

type RawCreated = Pick<Created, 'at' | 'from' | 'counts' | 'integration'> & { connectionId: string }

function described(row: RawCreated): Created {
  return { ...row, what: 'created', key: `created ${row.connectionId}` }
}
