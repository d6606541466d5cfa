import 'server-only'
import type { Prisma } from '../db/generated/client'
import type { Look } from './watch-state'
import { writeMoments } from './write-moments'

/** Connections that one step looks at. */
const STEP = 2_000

/**
 * Looks at some connections, in the order of their ids from behind `after`: which are new, and of which Mastra has written another
 * `lastSyncAt` or another entity's `lastSyncId` since the last look. A sync that Mastra gives no time for is put down at the time of
 * the look. The last id, or null when there are no more. Reads by the primary key, and entities by their unique index.
 */
export async function observeSyncs({ tx, now }: Look, after: string): Promise<string | null> {
  const seen = await tx.$queryRaw<Seen[]>`
    with part as materialized (select * from mastra.connections where id > ${after} order by id limit ${STEP})
    select c.id, c.name as integration, c."connectionId" as customer, c."lastSyncAt" at time zone 'UTC' as "syncAt",
      digest.text as "syncIds", h.connection_id is null as added,
      h.sync_seen_at is distinct from c."lastSyncAt" at time zone 'UTC' as "timeMoved",
      h.sync_ids is distinct from digest.text as "idsMoved"
    from part c
      left join lateral (select md5(string_agg(e.id || ' ' || e."lastSyncId", ',' order by e.id)) as text
        from mastra.entity e where e.k_id = c.id and e."lastSyncId" is not null) digest on true
      left join mastra_admin.connection_health h on h.connection_id = c.id
    where h.connection_id is null or h.sync_seen_at is distinct from c."lastSyncAt" at time zone 'UTC'
      or h.sync_ids is distinct from digest.text or h.integration <> c.name or h.customer <> c."connectionId"`
  if (seen.length > 0) {
    await tx.$executeRaw`
      insert into mastra_admin.connection_health (connection_id, integration, customer, since, sync_seen_at, sync_ids, due_at)
      select s.id, s.integration, s.customer, ${now}::timestamptz, s."syncAt", s."syncIds", ${now}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(seen)}::jsonb)
        as s(id text, integration text, customer text, "syncAt" timestamptz, "syncIds" text)
      on conflict (connection_id) do update set integration = excluded.integration, customer = excluded.customer,
        sync_seen_at = excluded.sync_seen_at, sync_ids = excluded.sync_ids`
    await writeMoments({ tx, now }, momentsOf(seen, now))
  }
  const [last] = await tx.$queryRaw<{ id: string | null; count: number }[]>`
    select max(id) as id, count(*)::int as count
    from (select id from mastra.connections where id > ${after} order by id limit ${STEP}) as part`
  return last && last.count === STEP ? last.id : null
}

interface Seen {
  id: string
  integration: string
  customer: string
  syncAt: Date | null
  syncIds: string | null
  added: boolean
  timeMoved: boolean
  idsMoved: boolean
}

/** What a connection had before anyone looked tells of a sync only where it has a time. Times of the future are none. */
function momentsOf(seen: readonly Seen[], now: Date): { connectionId: string; at: Date }[] {
  return seen.flatMap(({ id, syncAt, timeMoved, idsMoved, added }) => {
    if (timeMoved && syncAt && syncAt <= now) return [{ connectionId: id, at: syncAt }]
    return idsMoved && !added ? [{ connectionId: id, at: now }] : []
  })
}

/** Lets go of what is kept of connections that are no more; what happened to them stays in the history. */
export async function forgetRemoved(tx: Prisma.TransactionClient): Promise<void> {
  await tx.$executeRaw`
    with gone as (delete from mastra_admin.connection_health h
      where not exists (select from mastra.connections c where c.id = h.connection_id) returning h.connection_id)
    delete from mastra_admin.sync_moment m using gone where m.connection_id = gone.connection_id`
}
