import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { Prisma, type PrismaClient } from '../db/generated/client'
import { readDatabase } from '../db/replica'
import { withinBudget } from '../db/within-budget'
import { activityPerDay } from '../health/overview-queries'
import type { Clock } from '../query/dates'
import { lastDays } from '../time/days'
import type { DayCount, Totals } from './dto'
import { isSmall, latestSample } from './sample'

/** Milliseconds for counting a table that is small. */
const BUDGET = 1_000

/**
 * Records by entity type and state, the type with most records first, at most 100 types, and what they come to: counted now while the
 * table is small, else as the background counted them last. Null while nothing has been counted yet. Throws FORBIDDEN.
 */
export async function recordTotals(actor: Actor): Promise<Totals | null> {
  authorize(actor, 'records:read')
  const db = await readDatabase()
  const counted = (await isSmall(db)) ? await countNow(db) : null
  if (counted) return totalsOf(counted, null)
  const sample = await latestSample()
  return sample && totalsOf(sample.types, sample.at)
}

type Counted = Totals['types'][number] & { failed: number }

function totalsOf(counted: readonly Counted[], at: Date | null): Totals {
  const sum = (pick: (row: Counted) => number) => counted.reduce((total, row) => total + pick(row), 0)
  return {
    at: at?.toISOString() ?? null,
    types: counted.map(({ failed: _, ...counts }) => counts),
    live: sum(({ active, archived }) => active + archived),
    failed: sum(({ failed }) => failed),
  }
}

function countNow(db: PrismaClient): Promise<Counted[] | null> {
  return withinBudget(
    db,
    BUDGET,
    (tx) => tx.$queryRaw<Counted[]>`
      select "entityType",
        count(*) filter (where "deletedAt" is null and status = 'ACTIVE')::int as active,
        count(*) filter (where "deletedAt" is null and status = 'ARCHIVED')::int as archived,
        count(*) filter (where "deletedAt" is not null)::int as deleted,
        count(*) filter (where "deletedAt" is null and "enrichmentStatus" = 'FAILED')::int as failed
      from mastra.records group by "entityType" order by count(*) desc, "entityType" limit 100`,
  )
}

interface DaysAsked {
  clock: Clock
  days: number
}

/**
 * How many records were created, or soft-deleted, on each of the last `days` days of the viewer's calendar, the earliest first and
 * today last: counted now while the table is small, else as they were counted in the background, deletions of the last week only. Restoring
 * a record leaves nothing of its deletion to count. Null while nothing has been counted yet. Throws FORBIDDEN.
 */
export async function recordsPerDay(
  actor: Actor,
  moment: 'createdAt' | 'deletedAt',
  asked: DaysAsked,
): Promise<DayCount[] | null> {
  authorize(actor, 'records:read')
  const db = await readDatabase()
  const counted = (await isSmall(db)) ? await countDays(db, moment, asked) : null
  if (counted) return counted
  if (moment === 'createdAt') {
    const days = await activityPerDay(actor, asked.clock, asked.days)
    return days.map(({ start, value }) => ({ start, count: value ?? 0 }))
  }
  const sample = await latestSample()
  return sample && sumByDay(sample.deletions, asked)
}

/** Hours put into the days in which they begin. */
function sumByDay(hours: readonly (readonly [number, number])[], { clock, days }: DaysAsked): DayCount[] {
  const starts = lastDays(clock, days)
  return starts.map((start, at) => {
    const end = starts[at + 1]?.getTime() ?? Number.POSITIVE_INFINITY
    const within = hours.filter(([hour]) => hour >= start.getTime() && hour < end)
    return { start: start.toISOString(), count: within.reduce((sum, [, count]) => sum + count, 0) }
  })
}

async function countDays(
  db: PrismaClient,
  moment: 'createdAt' | 'deletedAt',
  { clock, days }: DaysAsked,
): Promise<DayCount[] | null> {
  const starts = lastDays(clock, days).map((day) => day.toISOString())
  const column = Prisma.raw(`"${moment}"`)
  // Mastra's columns are UTC without a zone, and the database may know other zones than this process: bounds, not days.
  const counted = await withinBudget(
    db,
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
