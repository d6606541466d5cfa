import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { Prisma } from '../db/generated/client'
import { isoText } from '../db/iso-text'
import { readDatabase } from '../db/replica'
import { withinBudget } from '../db/within-budget'
import type { Clock } from '../query/dates'
import { lastDays } from '../time/days'
import type { DayCount, LatestRecord, TypeCounts } from './dto'

/** Milliseconds for what reads the whole table of records, which has no index for it. */
const BUDGET = 3_000

/**
 * Records by entity type and state, the type with most records first, at most 100 types. Null when counting took too
 * long. Throws FORBIDDEN.
 */
export async function recordsByType(actor: Actor): Promise<TypeCounts[] | null> {
  authorize(actor, 'records:read')
  return withinBudget(
    await readDatabase(),
    BUDGET,
    (tx) => tx.$queryRaw<TypeCounts[]>`
      select "entityType",
        count(*) filter (where "deletedAt" is null and status = 'ACTIVE')::int as active,
        count(*) filter (where "deletedAt" is null and status = 'ARCHIVED')::int as archived,
        count(*) filter (where "deletedAt" is not null)::int as deleted
      from mastra.records group by "entityType" order by count(*) desc, "entityType" limit 100`,
  )
}

/** The records that were created last. Null when finding them took too long. Throws FORBIDDEN. */
export async function latestRecords(actor: Actor, limit: number): Promise<LatestRecord[] | null> {
  authorize(actor, 'records:read')
  return withinBudget(
    await readDatabase(),
    BUDGET,
    (tx) => tx.$queryRaw<LatestRecord[]>`
      select r.id, r."entityType", r."externalId", c.name as integration, r."deletedAt" is not null as deleted,
        ${isoText(Prisma.sql`r."createdAt"`)} as "createdAt"
      from (select * from mastra.records order by "createdAt" desc, id desc limit ${limit}) r
      left join mastra.entity e on e.id = r."entityId" left join mastra.connections c on c.id = e.k_id
      order by r."createdAt" desc, r.id desc`,
  )
}

/**
 * How many records were created, or soft-deleted, on each of the last `days` days of the viewer's calendar, the earliest
 * first and today last. Restoring a record leaves nothing of its deletion to count. Null when counting took too long. Throws
 * FORBIDDEN.
 */
export async function recordsPerDay(
  actor: Actor,
  moment: 'createdAt' | 'deletedAt',
  { clock, days }: { clock: Clock; days: number },
): Promise<DayCount[] | null> {
  authorize(actor, 'records:read')
  const starts = lastDays(clock, days).map((day) => day.toISOString())
  const column = Prisma.raw(`"${moment}"`)
  // Mastra's columns are UTC without a zone, and the database may know other zones than this process: bounds, not days.
  const counted = await withinBudget(
    await readDatabase(),
    BUDGET,
    (tx) => tx.$queryRaw<{ bucket: number; count: number }[]>`
      select width_bucket(${column}, ${starts}::timestamp[]) as bucket, count(*)::int as count
      from mastra.records where ${column} >= ${starts[0]}::timestamp and ${column} <= ${clock.now.toISOString()}::timestamp
      group by 1`,
  )
  if (counted === null) return null
  const byBucket = new Map(counted.map(({ bucket, count }) => [bucket, count]))
  return starts.map((start, at) => ({ start, count: byBucket.get(at + 1) ?? 0 }))
}
