import type { PropertyType } from '@/lib/db/generated/enums'
import type { Random } from './random'

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }
export type JsonObject = { [key: string]: Json }

/** One typed column of an entity as its integration declares it. `name` is a key in the record's data. */
export interface PropertySpec {
  name: string
  displayName: string
  type: PropertyType
  config?: JsonObject
  description?: string
  visible?: boolean
  modifiable?: boolean
  /** The parts of a COMPOSITE. */
  children?: PropertySpec[]
}

/** What a generator of records may draw on. */
export interface DraftContext {
  random: Random
  /** When the record was synced for the first time; nothing in it is later. */
  at: Date
  /** Counts the records of one integration from 1, so that ids made from it never collide by chance. */
  number: number
}

export interface Draft {
  externalId: string
  data: JsonObject
  /** Lacks what an enrichment needs: most of these fail. */
  incomplete?: boolean
}

/** One object type that an integration syncs. */
export interface EntityKind {
  type: string
  /** How many records it has, in proportion to its siblings. */
  weight: number
  properties: PropertySpec[]
  draft(context: DraftContext): Draft
}

/** One external system. */
export interface Integration {
  name: string
  /** How many records it has, in proportion to the other integrations. */
  share: number
  /** Everyone who connects has the first kind, many have the others. At most four. */
  kinds: EntityKind[]
  credential: 'OAUTH' | 'API_KEY'
  /** What its access tokens begin with. */
  tokenPrefix: string
  scopes: string[]
  syncConfig(random: Random): JsonObject
}

type PropertyOptions = Omit<PropertySpec, 'name' | 'displayName' | 'type'>

/** A column in one line. */
export function property(
  name: string,
  displayName: string,
  type: PropertyType,
  options: PropertyOptions = {},
): PropertySpec {
  return { name, displayName, type, ...options }
}

/** The configuration of a SINGLE_SELECT or MULTI_SELECT, in the form of Mastra's `SchemaFieldOptions`. */
export function options(...values: string[]): { config: JsonObject } {
  return { config: { options: values.map((value) => ({ value, label: value })) } }
}

/** The time `days` before `at` (after it, if negative) as ISO 8601 in UTC. */
export function daysBefore(at: Date, days: number): string {
  return new Date(at.getTime() - Math.round(days * 86_400_000)).toISOString()
}
