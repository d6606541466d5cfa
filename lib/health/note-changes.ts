import 'server-only'
import { noteQuiet } from '../notices/note-quiet'
import { STATE } from './state-sql'
import type { Look } from './watch-state'

/**
 * Writes down which connections went from one state to another, and since when: a quiet one since its silence went beyond its habit, one
 * that has issues since the first of them came. Channels that are to be told of quiet ones are. How many changed. Compares all
 * connections with what is kept of them, by the primary key.
 */
export async function noteChanges({ tx, now }: Look): Promise<number> {
  const [found] = await tx.$queryRaw<{ changed: number; quiet: string[] }[]>`
    with judged as materialized (
      select c.id, ${STATE} as state from mastra.connections c
      join mastra_admin.connection_health h on h.connection_id = c.id and h.learned_at is not null),
    changed as (
      select j.id, j.state, h.state as was, case
        when j.state = 'quiet' then h.quiet_at
        when j.state in ('failing', 'degraded') and h.state in ('failing', 'degraded') then h.since
        when j.state in ('failing', 'degraded') then coalesce((select min(s.first_seen_at)
          from mastra_admin.issue_sighting s where s.connection_id = j.id and s.open_key is not null), ${now}::timestamptz)
        else ${now}::timestamptz end as since
      from judged j join mastra_admin.connection_health h on h.connection_id = j.id
      where h.state is distinct from j.state),
    written as (
      update mastra_admin.connection_health h set state = n.state, since = n.since from changed n
      where h.connection_id = n.id returning h.*, n.was),
    noted as (insert into mastra_admin.health_change (connection_id, integration, customer, from_state, to_state, at, habit, last_seen_at)
    select w.connection_id, w.integration, w.customer, w.was, w.state, w.since, w.habit, w.last_seen_at
    from written w order by w.since, w.connection_id returning id, from_state, to_state)
    select count(*)::int as changed,
      coalesce(array_agg(id) filter (where to_state = 'quiet' and from_state is not null), '{}') as quiet from noted`
  await noteQuiet(tx, found?.quiet ?? [])
  return found?.changed ?? 0
}
