import 'server-only'
import type { Prisma } from '../db/generated/client'
import { judgeSilence, learnCadence } from './cadence'
import { storedHabit } from './habit'
import type { Look } from './watch-state'

/** Connections that one step learns. */
const STEP = 200
/** Moments that a habit is learned from, and that are kept of a connection. */
const MOMENTS = 500

interface Due {
  id: string
  /** Milliseconds since the epoch. */
  times: number[]
  lastSeen: number | null
  oldest: Date | null
}

/**
 * Learns the habits of connections of which something was seen or whose silence is about to be beyond them, those whose time came first
 * before others, and says when each becomes quiet. How many. The cost is the same for each: 500 moments by the primary key.
 */
export async function learnHabits({ tx, now }: Look): Promise<number> {
  const due = await tx.$queryRaw<Due[]>`
    select h.connection_id as id, m.times, m.last_seen as "lastSeen", m.oldest
    from (select connection_id, due_at from mastra_admin.connection_health
      where due_at <= ${now}::timestamptz order by due_at limit ${STEP}) h
    cross join lateral (
      select coalesce(array_agg(extract(epoch from first_at)::float8 * 1000), '{}') as times,
        extract(epoch from max(last_at))::float8 * 1000 as last_seen, case when count(*) = ${MOMENTS} then min(hour) end as oldest
      from (select * from mastra_admin.sync_moment where connection_id = h.connection_id order by hour desc limit ${MOMENTS}) latest) m`
  if (due.length === 0) return 0
  const learned = due.map((one) => learn(one, now))
  await tx.$executeRaw`
    update mastra_admin.connection_health h set habit = l.habit, last_seen_at = l."lastSeenAt", quiet_at = l."quietAt",
      learned_at = ${now}::timestamptz, moments_from = l.oldest,
      due_at = case when l."quietAt" > ${now}::timestamptz then l."quietAt" end
    from jsonb_to_recordset(${JSON.stringify(learned)}::jsonb)
      as l(id text, habit jsonb, "lastSeenAt" timestamptz, "quietAt" timestamptz, oldest timestamptz)
    where h.connection_id = l.id`
  await letGo(tx, learned)
  return due.length
}

function learn({ id, times, lastSeen, oldest }: Due, now: Date) {
  const cadence = learnCadence(times)
  const silence = cadence && lastSeen !== null ? judgeSilence(cadence, lastSeen, now.getTime()) : null
  const at = (time: number | null) => (time === null ? null : new Date(time).toISOString())
  return {
    id,
    habit: cadence && storedHabit(cadence),
    lastSeenAt: at(lastSeen),
    quietAt: at(silence && lastSeen !== null ? lastSeen + silence.expectedWithin : null),
    oldest: oldest?.toISOString() ?? null,
  }
}

async function letGo(tx: Prisma.TransactionClient, learned: readonly { id: string; oldest: string | null }[]) {
  await tx.$executeRaw`
    delete from mastra_admin.sync_moment m
    using jsonb_to_recordset(${JSON.stringify(learned)}::jsonb) as l(id text, oldest timestamptz)
    where m.connection_id = l.id and m.hour < l.oldest`
}
