import 'server-only'
import type { Look } from './watch-state'

/** Days before the first look of which open causes are told from what is remembered of issues. */
const BEFORE = 30

/** Writes down how many connections have each state and how many causes are open, for this hour; the last look of an hour stays. */
export async function sampleHealth({ tx, now }: Look): Promise<void> {
  await fillIn({ tx, now })
  await tx.$executeRaw`
    insert into mastra_admin.health_sample (hour, open_causes, failing, degraded, quiet, healthy, unknown)
    select date_trunc('hour', ${now}::timestamptz, 'UTC'),
      (select count(*)::int from mastra_admin.issue_cause where resolved_at is null and replaced_by is null),
      count(*) filter (where state = 'failing')::int, count(*) filter (where state = 'degraded')::int,
      count(*) filter (where state = 'quiet')::int, count(*) filter (where state = 'healthy')::int,
      count(*) filter (where state = 'unknown')::int
    from mastra_admin.connection_health
    on conflict (hour) do update set open_causes = excluded.open_causes, failing = excluded.failing,
      degraded = excluded.degraded, quiet = excluded.quiet, healthy = excluded.healthy, unknown = excluded.unknown`
}

/** The days before the first sample, once: causes that a connection had when each of them ended. */
async function fillIn({ tx, now }: Look): Promise<void> {
  const [any] = await tx.$queryRaw<
    { there: boolean }[]
  >`select exists (select from mastra_admin.health_sample) as there`
  if (any?.there) return
  await tx.$executeRaw`
    insert into mastra_admin.health_sample (hour, open_causes)
    select day.ends - interval '1 hour', count(distinct s.cause_id)::int
    from generate_series(date_trunc('day', ${now}::timestamptz, 'UTC') - make_interval(days => ${BEFORE}::int),
      date_trunc('day', ${now}::timestamptz, 'UTC'), interval '1 day') as day (ends)
    join mastra_admin.issue_sighting s on s.first_seen_at < day.ends and (s.gone_at is null or s.gone_at >= day.ends)
    group by 1`
}
