import type { Credential, Entity, Property } from '../db/generated/client'
import type { KeptHealth } from '../health/dto'
import type { CredentialLife } from './credential-life'

/** One line of the table. Instants are ISO 8601 in UTC. */
export interface ConnectionRow {
  id: string
  /** The external system, Mastra's `name`. */
  integration: string
  /** The end user's reference. */
  connectionId: string
  issueCount: number
  /** The first 200 characters of the first message, secrets masked; null when there is none. */
  firstIssue: string | null
  entityCount: number
  createdAt: string
  updatedAt: string | null
  /** Null means unknown, not never: Mastra does not write it reliably. */
  lastSyncAt: string | null
  health: KeptHealth
}

/** A message as the person sees it. */
export interface IssueDto {
  /** Names the message in `clearIssues`; equal messages have the same. */
  key: string
  /** Its place in the list, from 1. Only of use to tell equal messages apart on one page: the next sync moves it. */
  position: number
  /** Secrets masked, at most 20,000 characters; null for the null element that Postgres allows. */
  message: string | null
  /** Whether the message goes on beyond what is shown. */
  truncated: boolean
}

/** A JSON document as masked text, or only its size in bytes when it is too large to be part of the page. */
export interface DocumentDto {
  text: string | null
  masked: string[]
  bytes: number
}

/** What of a credential may leave the database: everything but its value, of which only the names of the keys and when it ends. */
export type CredentialDto = Pick<Credential, 'id' | 'type' | 'scope'> & { keys: string[] } & CredentialLife

export interface ConnectionDetail extends Omit<ConnectionRow, 'firstIssue' | 'entityCount' | 'health'> {
  /** At most 500 messages, in the order in which Mastra keeps them. */
  issues: IssueDto[]
  subscriptionId: string | null
  syncConfig: DocumentDto | null
  credential: CredentialDto | null
}

export type PropertyDto = Pick<
  Property,
  'id' | 'name' | 'displayName' | 'description' | 'type' | 'visible' | 'modifiable' | 'parentId'
>

export interface EntityDto extends Pick<Entity, 'id' | 'type' | 'createdBy' | 'lastSyncId'> {
  createdAt: string
  /** In their order; at most 500. */
  properties: PropertyDto[]
}

/** Records of one entity by state; archived ones are live ones that are archived. */
export interface EntityCounts {
  live: number
  archived: number
  deleted: number
}
