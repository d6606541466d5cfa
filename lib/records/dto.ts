import type { ValueView } from '../property/value-view'

/** Most records that one click may change; a page holds no more. */
export const MOST_AT_ONCE = 200

/** One row of the record table. Instants are ISO 8601 in UTC with milliseconds. */
export interface RecordRow {
  id: string
  externalId: string | null
  source: string
  entityType: string
  status: 'ACTIVE' | 'ARCHIVED'
  enrichmentStatus: 'PENDING' | 'APPLIED' | 'UNAPPLIED' | 'FAILED'
  deletedAt: string | null
  createdAt: string
  updatedAt: string | null
  connection: RecordConnection | null
  /** Null while the column `data` is not shown. */
  preview: DataPreview | null
  /** The values in the data that columns show, in the order of those columns; null where the document has none. */
  cells: (ValueView | null)[]
}

export interface RecordConnection {
  id: string
  /** The integration. */
  name: string
  /** The end user's reference. */
  connectionId: string
}

/** The beginning of the document, secrets masked; null text for a document too large to be read for a row. */
export interface DataPreview {
  text: string | null
  /** Bytes that the document takes in the table, compressed as Postgres keeps it. */
  storedBytes: number
}

/** Everything about one record. */
export interface RecordDetail extends Omit<RecordRow, 'preview' | 'cells'> {
  entity: { id: string; type: string } | null
  /** Named by the row even if the entity is gone. */
  entityId: string | null
  document: RecordDocument
  /** What people call it, by its masked document; null where that does not say, or is too large to be read for it. */
  name: string | null
  /** Who set the present `deletedAt`, if it was done here. */
  deletedBy: string | null
}

/**
 * What a record is called, and what it is known by where that is another text: `called` is its name, else its external id, else its id;
 * `known` is the external id or id beside a name, null where `called` says it already.
 */
export function titleOf({ id, externalId, name }: Pick<RecordDetail, 'id' | 'externalId' | 'name'>): {
  called: string
  known: string | null
} {
  const known = externalId ?? id
  return name === null || name === known ? { called: known, known: null } : { called: name, known }
}

/** Masked JSON text with the JSON pointers of what is masked; only the length, in bytes, when it is too large for a page. */
export type RecordDocument =
  | { kind: 'embedded'; text: string; masked: string[]; bytes: number }
  | { kind: 'large'; bytes: number }

/** The values that occur among the matching records, most frequent first. */
export interface RecordFacet {
  /** As a filter names it. */
  field: string
  label: string
  values: { value: string; count: number }[]
}

/** `among` says what was counted where it is not every match: the newest matches, or the matches among the newest records. */
export interface RecordFacets {
  facets: RecordFacet[]
  among: { of: 'matches' | 'records'; newest: number } | null
}

/** Ids of the records before and after one in the list that the person came from. */
export interface Neighbours {
  previous: string | null
  next: string | null
}
