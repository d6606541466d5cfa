import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { database } from '../db/client'
import type { Clock } from '../query/dates'
import { lastDays } from '../time/days'
import type { IntegrationRow } from './dto'

const MOST_INTEGRATIONS = 100
const DAY = 86_400_000

/** A day of the viewer's calendar, which began at `start` (ISO 8601 in UTC); null where nothing was counted. */
export interface DayValue {
  start: string
  value: number | null
}

/** Records created on each of the last days, from what was counted as they came: no record is read. Throws FORBIDDEN. */
export async function activityPerDay(actor: Actor, clock: Clock, days: number): Promise<DayValue[]> {
  authorize(actor, 'records:read')
  const starts = lastDays(clock, days).map((day) => day.toISOString())
  const rows = await database().$queryRaw<{ bucket: number; records: number }[]>`
    select width_bucket(hour, ${starts}::timestamptz[]) as bucket, sum(records)::float8 as records
    from mastra_admin.activity_hour where hour >= ${starts[0]}::timestamptz group by 1`
  const byBucket = new Map(rows.map(({ bucket, records }) => [bucket, records]))
  return starts.map((start, at) => ({ start, value: byBucket.get(at + 1) ?? 0 }))
}

/** Open causes at the end of each of the last days, and now for today, from the samples of the watch. Throws FORBIDDEN. */
export async function openCausesPerDay(actor: Actor, clock: Clock, days: number): Promise<DayValue[]> {
  authorize(actor, 'issues:read')
  const starts = lastDays(clock, days).map((day) => day.toISOString())
  const rows = await database().$queryRaw<{ bucket: number; open: number }[]>`
    select distinct on (1) width_bucket(hour, ${starts}::timestamptz[]) as bucket, open_causes as open
    from mastra_admin.health_sample where hour >= ${starts[0]}::timestamptz order by 1, hour desc`
  const byBucket = new Map(rows.map(({ bucket, open }) => [bucket, open]))
  return starts.map((start, at) => ({ start, value: byBucket.get(at + 1) ?? null }))
}

/**
 * How integrations do beside each other, those with most connections first, at most 100. Connections by what was judged of them at the
 * last look, records by what was counted as they came. Throws FORBIDDEN.
 */
export async function integrationsCompared(actor: Actor, now: Date): Promise<IntegrationRow[]> {
  authorize(actor, 'connections:read')
  const [day, week] = [new Date(now.getTime() - DAY), new Date(now.getTime() - 7 * DAY)]
  return database().$queryRaw<IntegrationRow[]>`
    select h.integration, h.connections, h.failing, h.quiet, coalesce(i.causes, 0) as "openCauses",
      coalesce(a.day, 0) as "lastDay", coalesce(a.week, 0) as "lastWeek"
    from (select integration, count(*)::int as connections,
        count(*) filter (where state in ('failing', 'degraded'))::int as failing, count(*) filter (where state = 'quiet')::int as quiet
      from mastra_admin.connection_health group by 1) h
    left join (select integration, sum(records) filter (where hour >= ${day}::timestamptz)::float8 as day,
        sum(records)::float8 as week
      from mastra_admin.activity_hour where hour >= ${week}::timestamptz group by 1) a on a.integration = h.integration
    left join (select name, count(*)::int as causes from mastra_admin.issue_cause, unnest(integrations) as name
      where resolved_at is null and replaced_by is null group by 1) i on i.name = h.integration
    order by h.connections desc, h.integration limit ${MOST_INTEGRATIONS}`
}
