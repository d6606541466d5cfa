import 'server-only'
import type { Scope } from '../db/transact'
import { settle } from './settle'

/** Remembers that the person has cleared these messages of a connection, of which no copy is left. */
export async function noteCleared(
  { tx, actor, correlationId }: Scope,
  connectionId: string,
  keys: readonly string[],
): Promise<void> {
  if (keys.length === 0) return
  const now = new Date()
  const rows = await tx.$queryRaw<{ causeId: string }[]>`
    update mastra_admin.issue_sighting set gone_at = ${now}::timestamptz, open_key = null, cleared_by = ${actor.email},
      correlation_id = ${correlationId}::uuid
    where connection_id = ${connectionId} and open_key = any(${[...keys]}::text[])
    returning cause_id as "causeId"`
  await settle(
    tx,
    rows.map(({ causeId }) => causeId),
    now,
  )
}

/** Remembers that these messages of a connection were put back: they go on as if they had never been cleared. */
export async function notePutBack({ tx }: Scope, connectionId: string, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return
  const rows = await tx.$queryRaw<{ causeId: string }[]>`
    update mastra_admin.issue_sighting set gone_at = null, open_key = message_key, cleared_by = null, correlation_id = null
    where id in (
      select distinct on (s.message_key) s.id from mastra_admin.issue_sighting s
      where s.connection_id = ${connectionId} and s.message_key = any(${[...keys]}::text[])
      order by s.message_key, s.open_key is null, s.id desc) and cleared_by is not null
    returning cause_id as "causeId"`
  await settle(
    tx,
    rows.map(({ causeId }) => causeId),
    new Date(),
    { returned: false },
  )
}
