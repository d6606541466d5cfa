import 'server-only'
import { maskJson } from '../mask/mask-json'
import type { RecordDetail, RecordDocument, RecordRow } from './dto'

/** A row of the list as SQL gives it. `text` is null for a document that is too large to be read for a row. */
export interface RawRow extends Omit<RecordRow, 'connection' | 'preview'> {
  'connection.id': string | null
  'connection.name': string | null
  'connection.connectionId': string | null
  text: string | null
  storedBytes: number
}

export interface RawDetail extends RawRow {
  entityId: string | null
  'entity.id': string | null
  'entity.type': string | null
  bytes: number
}

/** Characters of a preview: more than the widest column shows. */
const PREVIEW_LENGTH = 240

/** The row as the table gets it; its document masked before it is cut, since half a document cannot be masked. */
export function readRow({ text, storedBytes, ...raw }: RawRow): RecordRow {
  const masked = text === null ? null : maskJson(text).text
  return { ...shared(raw), preview: { text: masked === null ? null : cut(masked), storedBytes } }
}

/** One record whole. `deletedBy` is the e-mail of who deleted it, if known. */
export function readDetail({ text, storedBytes: _, ...raw }: RawDetail, deletedBy: string | null): RecordDetail {
  const entityId = raw['entity.id']
  return {
    ...shared(raw),
    entityId: raw.entityId,
    entity: entityId === null ? null : { id: entityId, type: raw['entity.type'] ?? '' },
    document: text === null ? { kind: 'large', bytes: raw.bytes } : readDocument(text),
    deletedBy,
  }
}

/** A document's text as it may be shown. */
export function readDocument(text: string): Extract<RecordDocument, { kind: 'embedded' }> {
  const { text: shown, masked } = maskJson(text)
  return { kind: 'embedded', text: shown, masked, bytes: Buffer.byteLength(shown) }
}

function shared(raw: Omit<RawRow, 'text' | 'storedBytes'>): Omit<RecordRow, 'preview'> {
  const connectionId = raw['connection.id']
  return {
    id: raw.id,
    externalId: raw.externalId,
    source: raw.source,
    entityType: raw.entityType,
    status: raw.status,
    enrichmentStatus: raw.enrichmentStatus,
    deletedAt: raw.deletedAt,
    createdAt: raw.createdAt,
    updatedAt: raw.updatedAt,
    connection:
      connectionId === null
        ? null
        : {
            id: connectionId,
            name: raw['connection.name'] ?? '',
            connectionId: raw['connection.connectionId'] ?? '',
          },
  }
}

function cut(text: string): string {
  const characters = Array.from(text.slice(0, 2 * PREVIEW_LENGTH))
  return characters.length > PREVIEW_LENGTH ? `${characters.slice(0, PREVIEW_LENGTH - 1).join('')}…` : text
}
