import type { ExactJson } from '../json/exact-json'
import type { PropertyType } from '../property/property-type'

/** Entries of the trail that changed what is edited. */
export const REVERTED_ACTIONS = ['record.edit', 'record.archive', 'record.unarchive', 'record.set-enrichment'] as const

/** What of a record people edit; its state is an object of these four. */
export const EDITABLE_FIELDS = ['data', 'externalId', 'status', 'enrichmentStatus'] as const
export type EditableField = (typeof EDITABLE_FIELDS)[number]

/** Bytes that one save may carry; a request holds little more. */
const MOST_SENT = 240_000

/** Whether what would be sent is too much for one request. */
export function isTooMuch(sent: unknown): boolean {
  return new TextEncoder().encode(JSON.stringify(sent)).length > MOST_SENT
}

/** Data of a record that has none. */
export const NO_DATA: ExactJson = { kind: 'object', members: new Map() }

export const STATUSES = ['ACTIVE', 'ARCHIVED'] as const
export const ENRICHMENTS = ['PENDING', 'APPLIED', 'UNAPPLIED', 'FAILED'] as const

/** A property as the form needs it. */
export interface FormProperty {
  /** The key in the data. */
  name: string
  displayName: string
  description: string | null
  type: PropertyType
  modifiable: boolean
}

export interface RecordToEdit {
  id: string
  entityType: string
  externalId: string | null
  deleted: boolean
  /** In their order; empty where the entity declares none. */
  properties: FormProperty[]
  /** JSON text of an object with the fields that are edited, masked; null when it is too large to be part of a page. */
  state: string | null
}

/** The entity that a new record is made for. */
export interface EntityToFill {
  id: string
  type: string
  /** Id of its connection. */
  connection: string
  integration: string
  /** The end user's reference. */
  connectionId: string
  properties: FormProperty[]
}
