import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { database } from '../db/client'
import type { Clock } from '../query/dates'
import { lastDays } from '../time/days'

/** A day of the viewer's calendar, by the moment at which it began (ISO 8601). */
export interface TrendDay {
  start: string
  /** Times that a connection got the cause on it. */
  got: number
  /** Times that one lost it, by itself or since someone cleared it. */
  lost: number
}

/** How often connections got and lost a cause on each of the last days, the earliest first. Reads its sightings by their index. Throws FORBIDDEN. */
export async function causeTrend(
  actor: Actor,
  causeId: string,
  { clock, days }: { clock: Clock; days: number },
): Promise<TrendDay[]> {
  authorize(actor, 'issues:read')
  const starts = lastDays(clock, days).map((day) => day.toISOString())
  const rows = await database().$queryRaw<{ day: number; got: number; lost: number }[]>`
    select moment.day, count(*) filter (where moment.got)::int as got, count(*) filter (where not moment.got)::int as lost
    from mastra_admin.issue_sighting s cross join lateral (values
      (width_bucket(s.first_seen_at, ${starts}::timestamptz[]), true),
      (width_bucket(s.gone_at, ${starts}::timestamptz[]), false)) as moment (day, got)
    where s.cause_id = ${causeId} and moment.day > 0 group by moment.day`
  const found = new Map(rows.map(({ day, got, lost }) => [day, { got, lost }]))
  return starts.map((start, place) => ({ start, ...(found.get(place + 1) ?? { got: 0, lost: 0 }) }))
}
