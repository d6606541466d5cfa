import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { database } from '../db/client'
import { maskPolicy } from '../mask/mask-policy'
import type { EntityToFill, FormProperty, RecordToEdit } from './edit-dto'
import { EMBED_LIMIT } from './queries'
import { isRecordId } from './schema'
import { STATE_TEXT } from './state'

/** Properties of one entity that its form shows. */
const MOST_PROPERTIES = 200

/** What the page on which a record is edited needs; null when there is none of that id. Throws FORBIDDEN. */
export async function recordToEdit(actor: Actor, id: string): Promise<RecordToEdit | null> {
  authorize(actor, 'records:edit')
  if (!isRecordId(id)) return null
  // From the primary: a copy that lags would only lead to conflicts.
  const [row] = await database().$queryRaw<
    (Omit<RecordToEdit, 'properties' | 'state'> & { text: string; entityId: string | null })[]
  >`
    select id, "entityType", "externalId", "deletedAt" is not null as deleted, "entityId", ${STATE_TEXT} as text
    from mastra.records where id = ${id}`
  if (!row) return null
  const { text, entityId, ...record } = row
  const state = (await maskPolicy(actor)).ofState(row.entityType).validJson(text).text
  const properties = entityId === null ? [] : await formProperties(entityId)
  return { ...record, properties, state: Buffer.byteLength(state) <= EMBED_LIMIT ? state : null }
}

/** The record's state, masked, whatever its size; null when there is no such record. Throws FORBIDDEN. */
export async function recordState(actor: Actor, id: string): Promise<{ text: string; masked: string[] } | null> {
  authorize(actor, 'records:edit')
  if (!isRecordId(id)) return null
  const [row] = await database().$queryRaw<{ text: string; entityType: string }[]>`
    select ${STATE_TEXT} as text, "entityType" from mastra.records where id = ${id}`
  return row ? (await maskPolicy(actor)).ofState(row.entityType).validJson(row.text) : null
}

/** The entity that a record is made for; null when there is none of that id. Throws FORBIDDEN. */
export async function entityToFill(actor: Actor, id: string): Promise<EntityToFill | null> {
  authorize(actor, 'records:create')
  if (!isRecordId(id)) return null
  const entity = await database().entity.findUnique({
    where: { id },
    select: { id: true, type: true, connection: { select: { id: true, name: true, connectionId: true } } },
  })
  if (!entity) return null
  const { connection } = entity
  return {
    id,
    type: entity.type,
    connection: connection.id,
    integration: connection.name,
    connectionId: connection.connectionId,
    properties: await formProperties(id),
  }
}

/** What an entity declares of its records' data, in order; the parts of a composite are part of its value. */
export async function formProperties(entityId: string): Promise<FormProperty[]> {
  const rows = await database().property.findMany({
    where: { entityId, parentId: null },
    select: { name: true, displayName: true, description: true, type: true, modifiable: true },
    orderBy: [{ order: 'asc' }, { id: 'asc' }],
    take: MOST_PROPERTIES,
  })
  // An entity may declare a name twice; the first one is the one that tables show.
  return rows.filter((row, place) => rows.findIndex((other) => other.name === row.name) === place)
}
