import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { database } from '../db/client'
import { readDatabase } from '../db/replica'
import { withinBudget } from '../db/within-budget'
import type { DayCount } from '../overview/dto'
import type { Clock } from '../query/dates'
import { createdSince } from '../records/created-since'
import { creationOrder } from '../records/creation-order'
import { lastDays } from '../time/days'

/** Days that are told, today included. */
export const DAYS_TOLD = 30
/** Milliseconds for all entities together. */
const BUDGET = 1_500

/**
 * Records that were created on each of the last 30 days of the viewer's calendar, by the ids of their entities, the earliest first; entities
 * without any are left out. One query: by the index on records by entity, or else by the end of the primary key that the days take up.
 * Null when it took too long. Throws FORBIDDEN.
 */
export async function createdPerDay(
  actor: Actor,
  entityIds: readonly string[],
  clock: Clock,
): Promise<Map<string, DayCount[]> | null> {
  authorize(actor, 'records:read')
  const days = lastDays(clock, DAYS_TOLD)
  const [first = clock.now] = days
  const starts = days.map((day) => day.toISOString())
  const since = createdSince(await creationOrder(database()), first)
  const counted = await withinBudget(
    await readDatabase(),
    BUDGET,
    (tx) => tx.$queryRaw<{ id: string; bucket: number; count: number }[]>`
      select r."entityId" as id, width_bucket(r."createdAt", ${starts}::timestamp[]) as bucket, count(*)::int as count
      from mastra.records r
      where r."entityId" = any(${[...entityIds]}::text[]) and r."createdAt" <= ${clock.now.toISOString()}::timestamp and ${since}
      group by 1, 2`,
  )
  if (!counted) return null
  const byEntity = new Map<string, DayCount[]>()
  for (const { id, bucket, count } of counted) {
    const series = byEntity.get(id) ?? starts.map((start) => ({ start, count: 0 }))
    const day = series[bucket - 1]
    if (day) day.count = count
    byEntity.set(id, series)
  }
  return byEntity
}
