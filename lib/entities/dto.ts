import type { DocumentDto, PropertyDto } from '../connections/dto'

/** A synced object type of one connection. Times are ISO 8601 in UTC. */
export interface EntityDetail {
  id: string
  type: string
  createdBy: string
  lastSyncId: string | null
  createdAt: string
  updatedAt: string | null
  connection: { id: string; integration: string; connectionId: string }
}

/** A property with how it is set up: its configuration masked, only its size where it is large. */
export interface EntityProperty extends PropertyDto {
  order: number
  config: DocumentDto | null
}

/** Records of one entity by state, and when the newest was created. Archived ones are live ones that are archived. */
export interface EntityCount {
  live: number
  archived: number
  deleted: number
  newestAt: string | null
}

/**
 * What a value in a document is: its JSON type, and of texts whether they read as a number, a date, true or false, or are empty. `text`
 * is any other text, and every text of a key whose property does not ask for more; `masked` is any value of a key that is secret.
 */
export const FORMS = [
  'text',
  'number',
  'boolean',
  'object',
  'list',
  'null',
  'empty text',
  'number as text',
  'date as text',
  'boolean as text',
  'masked',
] as const
export type Form = (typeof FORMS)[number]

/** How often values of one form stand at a place of the documents. */
export interface KeyForm {
  path: string[]
  form: Form
  records: number
}

/** The records that were looked at: the newest live ones of an entity. */
export interface KeySample {
  records: number
  /** Records whose documents were not read, since each is too large. */
  large: number
  /** Documents that are no objects and so have no keys. */
  keyless: number
  /** Records of the whole table among which they were sought, where seeking them all would have taken too long. */
  among: number | null
  /** Whether more places occurred than are told. */
  cut: boolean
  forms: KeyForm[]
}

/** A place in the documents, as its property declares it and as it is. */
export interface ShapeLine {
  path: string[]
  /** How many objects it stands within. */
  depth: number
  property: Pick<PropertyDto, 'id' | 'displayName' | 'type' | 'visible'> | null
  /** Records that could have it: all that were read, or those with an object in its place above. */
  of: number
  /** Records in which it is there and not null; and those in which it is null. */
  present: number
  nulls: number
  /** The most frequent first, nulls left out. */
  forms: { form: Form; records: number }[]
  /** Records whose value is not of a form that the property's type means. */
  contradicting: number
  masked: boolean
}

/** External ids of the sample that other live records have too. */
export interface SharedIds {
  /** With another record of the same entity: twins. */
  twins: number
  /** With a record of another entity: a sync matches on the external id alone, and each overwrites the other. */
  elsewhere: number
  examples: string[]
}
