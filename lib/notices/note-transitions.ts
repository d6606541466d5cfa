import 'server-only'
import type { Prisma } from '../db/generated/client'

/**
 * Writes down, for each channel that wants to know, what these causes have become since they were last looked at here: in the transaction
 * that changed them, whose locks on them let it be written once. A cause that is muted is passed over, and so is everything where
 * `told` is false, which was no news. Reads the causes by their key and the channels whole, of which there are a few.
 */
export async function noteTransitions(
  tx: Prisma.TransactionClient,
  causeIds: readonly string[],
  now: Date,
  { told }: { told: boolean },
): Promise<void> {
  await tx.$executeRaw`
    with cause as (
      select c.id, c.connections, c.integrations, c.connections > 0 as open, m.cause_id is null as unknown,
        coalesce(m.open, false) as was_open, case when m.open then m.peak else 0 end as peak,
        c.muted_until_change or coalesce(c.muted_until > ${now}::timestamptz, false) as muted
      from mastra_admin.issue_cause c left join mastra_admin.notice_memory m on m.cause_id = c.id
      where c.id = any(${[...new Set(causeIds)]}::text[])),
    remembered as (
      insert into mastra_admin.notice_memory (cause_id, open, peak)
      select id, open, case when not open then 0 when muted then peak else greatest(peak, connections) end from cause order by id
      on conflict (cause_id) do update set open = excluded.open, peak = excluded.peak)
    insert into mastra_admin.notice_event (channel_id, event, cause_id, at, connections, integrations)
    select channel.id, came.event, cause.id, ${now}::timestamptz, cause.connections, cause.integrations
    from cause join mastra_admin.notice_channel channel on channel.removed_at is null and (
        jsonb_array_length(channel.settings -> 'integrations') = 0
        or jsonb_exists_any(channel.settings -> 'integrations', cause.integrations))
      cross join lateral (
        select event from (values
          (1, 'new', cause.open and cause.unknown),
          (2, 'reopened', cause.open and not cause.was_open and not cause.unknown),
          (3, 'above', cause.connections > (channel.settings ->> 'threshold')::int
            and cause.peak <= (channel.settings ->> 'threshold')::int),
          (4, 'resolved', cause.was_open and not cause.open)) as known (rank, event, holds)
        where holds and channel.settings -> 'events' @> to_jsonb(event) order by rank limit 1) as came
    where ${told}::boolean and not cause.muted`
}
