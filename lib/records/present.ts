import 'server-only'
import type { Masker, MaskPolicy } from '../mask/policy'
import { cutText } from '../property/text-view'
import { isDataColumn, type RecordColumn } from './columns'
import { readCells } from './data-cells'
import type { RecordDetail, RecordDocument, RecordRow } from './dto'
import { nameIn } from './name-in'
import type { PropertyColumn } from './property-dto'

interface RawShared extends Omit<RecordRow, 'connection' | 'preview' | 'cells'> {
  'connection.id': string | null
  'connection.name': string | null
  'connection.connectionId': string | null
}

/** A row of the list as SQL gives it. `text` is null for a document that is too large to be read for a row, or not asked for. */
export interface RawRow extends RawShared {
  text: string | null
  storedBytes: number
  /** As `selectCells` gives them. */
  cells: string
}

export interface RawDetail extends RawShared {
  text: string | null
  entityId: string | null
  'entity.id': string | null
  'entity.type': string | null
  bytes: number
}

/** The row as the table with these columns gets it; its document masked before it is cut, since half a document cannot be masked. */
export function readRow(
  policy: MaskPolicy,
  { text, storedBytes, cells, ...raw }: RawRow,
  columns: readonly RecordColumn[],
  properties: readonly PropertyColumn[],
): RecordRow {
  const mask = policy.ofRecord(raw.entityType)
  const masked = text === null ? null : mask.validJson(text).text
  return {
    ...shared(raw),
    preview: columns.includes('data') ? { text: masked === null ? null : cutText(masked).text, storedBytes } : null,
    cells: readCells(mask, cells, columns.filter(isDataColumn), properties),
  }
}

/** One record whole. `deletedBy` is the e-mail of who deleted it, if known. */
export function readDetail(policy: MaskPolicy, { text, ...raw }: RawDetail, deletedBy: string | null): RecordDetail {
  const entityId = raw['entity.id']
  const document = text === null ? null : readDocument(policy.ofRecord(raw.entityType), text)
  return {
    ...shared(raw),
    entityId: raw.entityId,
    entity: entityId === null ? null : { id: entityId, type: raw['entity.type'] ?? '' },
    document: document ?? { kind: 'large', bytes: raw.bytes },
    name: document && nameIn(document.text),
    deletedBy,
  }
}

/** A document's text as it may be shown. */
export function readDocument(mask: Masker, text: string): Extract<RecordDocument, { kind: 'embedded' }> {
  const { text: shown, masked } = mask.validJson(text)
  return { kind: 'embedded', text: shown, masked, bytes: Buffer.byteLength(shown) }
}

function shared(raw: RawShared): Omit<RecordRow, 'preview' | 'cells'> {
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
