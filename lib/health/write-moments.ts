import 'server-only'
import { Prisma } from '../db/generated/client'
import type { Look } from './watch-state'

/** Milliseconds between two times at which one habit is learned while things come as ever. */
export const LEARN_AGAIN = 10 * 60_000

/** The hours in which something was seen, from a relation `found (connection_id, first_at, last_at, …)` with one row for each of them. */
export const KEEP_MOMENTS = Prisma.sql`
  insert into mastra_admin.sync_moment as m (connection_id, hour, first_at, last_at)
  select f.connection_id, date_trunc('hour', f.first_at, 'UTC'), f.first_at, f.last_at
  from found f join mastra_admin.connection_health h on h.connection_id = f.connection_id
  where h.moments_from is null or f.last_at >= h.moments_from
  on conflict (connection_id, hour) do update set
    first_at = least(m.first_at, excluded.first_at), last_at = greatest(m.last_at, excluded.last_at)
  where excluded.first_at < m.first_at or excluded.last_at > m.last_at
  returning m.connection_id, m.last_at`

/** The connections of a relation `kept (connection_id, last_at)` are learned anew, soon; none that is about to be called quiet waits. */
export function markDue(now: Date): Prisma.Sql {
  return Prisma.sql`
    update mastra_admin.connection_health h set last_seen_at = greatest(h.last_seen_at, k.last_at),
      due_at = least(h.due_at, h.quiet_at,
        greatest(${now}::timestamptz, coalesce(h.learned_at, '-infinity') + make_interval(secs => ${LEARN_AGAIN / 1000}::float8)))
    from (select connection_id, max(last_at) as last_at from kept group by 1) k where h.connection_id = k.connection_id`
}

/** Writes down moments at which something of a connection was seen. Such a moment twice changes nothing. */
export async function writeMoments(
  { tx, now }: Look,
  moments: readonly { connectionId: string; at: Date }[],
): Promise<void> {
  if (moments.length === 0) return
  await tx.$executeRaw`
    with found as (
      select "connectionId" as connection_id, min(at) as first_at, max(at) as last_at
      from jsonb_to_recordset(${JSON.stringify(moments)}::jsonb) as s("connectionId" text, at timestamptz)
      group by 1, date_trunc('hour', at, 'UTC')),
    kept as (${KEEP_MOMENTS})
    ${markDue(now)}`
}
