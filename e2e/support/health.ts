import type pg from 'pg'
import { learnCadence } from '@/lib/health/cadence'
import { storedHabit } from '@/lib/health/habit'
import type { Factory } from './factory'

const DAY = 86_400_000

interface QuietFields {
  name?: string
  connectionId?: string
  silentDays?: number
}

/** A connection of which something came every day until so many days ago, as the watch over health has judged it. Gives its id. */
export async function quietConnection(
  pool: pg.Pool,
  seed: Factory,
  { silentDays = 30, ...fields }: QuietFields,
): Promise<string> {
  const id = await seed.connection(fields)
  const lastSeen = Date.now() - silentDays * DAY
  const habit = learnCadence(Array.from({ length: 40 }, (_, day) => lastSeen - day * DAY))
  await pool.query(
    `INSERT INTO mastra_admin.connection_health
       (connection_id, integration, customer, state, since, habit, last_seen_at, quiet_at, learned_at)
     SELECT id, name, "connectionId", 'quiet', $3, $2::jsonb, $4, $3, now() FROM mastra."connections" WHERE id = $1
     ON CONFLICT (connection_id) DO UPDATE SET state = 'quiet', since = excluded.since, habit = excluded.habit,
       last_seen_at = excluded.last_seen_at, quiet_at = excluded.quiet_at, learned_at = now(), due_at = NULL`,
    [id, habit && storedHabit(habit), new Date(lastSeen + 3 * DAY), new Date(lastSeen)],
  )
  await pool.query(
    `INSERT INTO mastra_admin.health_watch (id, seen_until) VALUES (1, now())
     ON CONFLICT (id) DO UPDATE SET seen_until = greatest(health_watch.seen_until, excluded.seen_until)`,
  )
  return id
}

/** What the watch over health would have counted on each of the last days. */
export async function samples(pool: pg.Pool, days: number): Promise<void> {
  await pool.query(
    `INSERT INTO mastra_admin.health_sample (hour, open_causes)
     SELECT date_trunc('hour', now()) - day * interval '1 day', day FROM generate_series(1, $1::int) AS day ON CONFLICT DO NOTHING`,
    [days],
  )
}
