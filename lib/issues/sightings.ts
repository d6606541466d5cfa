import 'server-only'
import type { Scope } from '../db/transact'
import { settle } from './settle'

/** Messages of a connection by their keys. */
export interface KeysOf {
  connectionId: string
  keys: readonly string[]
}

/** Remembers that the person has cleared these messages of a connection, of which no copy is left. */
export async function noteCleared(scope: Scope, connectionId: string, keys: readonly string[]): Promise<void> {
  await noteClearedOf(scope, [{ connectionId, keys }])
}

/** The same for many connections. */
export async function noteClearedOf({ tx, actor, correlationId }: Scope, cleared: readonly KeysOf[]): Promise<void> {
  const { ids, keys } = pairsOf(cleared)
  if (keys.length === 0) return
  const now = new Date()
  const rows = await tx.$queryRaw<{ causeId: string }[]>`
    update mastra_admin.issue_sighting s set gone_at = ${now}::timestamptz, open_key = null, cleared_by = ${actor.email},
      correlation_id = ${correlationId}::uuid
    from unnest(${ids}::text[], ${keys}::text[]) as gone (id, key)
    where s.connection_id = gone.id and s.open_key = gone.key
    returning s.cause_id as "causeId"`
  await settle(
    tx,
    rows.map(({ causeId }) => causeId),
    now,
  )
}

/** Remembers that these messages of a connection were put back: they go on as if they had never been cleared. */
export async function notePutBack(scope: Scope, connectionId: string, keys: readonly string[]): Promise<void> {
  await notePutBackOf(scope, [{ connectionId, keys }])
}

/** The same for many connections. */
export async function notePutBackOf({ tx }: Scope, back: readonly KeysOf[]): Promise<void> {
  const { ids, keys } = pairsOf(back)
  if (keys.length === 0) return
  const rows = await tx.$queryRaw<{ causeId: string }[]>`
    update mastra_admin.issue_sighting set gone_at = null, open_key = message_key, cleared_by = null, correlation_id = null
    where id in (
      select distinct on (s.connection_id, s.message_key) s.id
      from unnest(${ids}::text[], ${keys}::text[]) as back (id, key)
      join mastra_admin.issue_sighting s on s.connection_id = back.id and s.message_key = back.key
      order by s.connection_id, s.message_key, s.open_key is null, s.id desc) and cleared_by is not null
    returning cause_id as "causeId"`
  await settle(
    tx,
    rows.map(({ causeId }) => causeId),
    new Date(),
    { returned: false },
  )
}

/** A pair for each message once, as two lists that go together. */
function pairsOf(messages: readonly KeysOf[]): { ids: string[]; keys: string[] } {
  const pairs = messages.flatMap(({ connectionId, keys }) => [...new Set(keys)].map((key) => ({ connectionId, key })))
  return { ids: pairs.map(({ connectionId }) => connectionId), keys: pairs.map(({ key }) => key) }
}
