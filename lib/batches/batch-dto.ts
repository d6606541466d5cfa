import { z } from 'zod'
import type { BatchScope } from './schema'
import type { BatchVerb } from './verbs-schema'

/** `preparing` → `ready` → `running` ⇄ `paused` → `done`; `cancelled` and `failed` end it from anywhere before. */
export const BATCH_STATES = ['preparing', 'ready', 'running', 'paused', 'done', 'cancelled', 'failed'] as const
export type BatchState = (typeof BATCH_STATES)[number]

/** Why a record or connection is left as it is, or with `partly` only some of its messages were still there to be cleared. */
export const SKIP_REASONS = ['already', 'changed', 'twin', 'gone', 'unmatched', 'partly'] as const
export type SkipReason = (typeof SKIP_REASONS)[number]

const count = z.number().int()
const text = z.string().nullable()

const skipped = z.array(z.object({ reason: z.enum(SKIP_REASONS), count }))

const recordPreview = z.object({
  kind: z.literal('records').default('records'),
  groups: z.array(
    z.object({
      connectionId: text,
      connection: text,
      endUser: text,
      entityType: z.string(),
      state: z.enum(['live', 'archived', 'deleted']),
      count,
    }),
  ),
  /** Groups beyond those listed. */
  moreGroups: count,
  sample: z.array(z.object({ id: z.string(), externalId: text, entityType: z.string(), from: text, to: text })),
  skipped,
  /** Records among those to be changed that a sync wrote, and goes on writing to. */
  synced: count,
  /** Records to be soft-deleted whose live twin stays; counted among the first 20,000. */
  liveTwins: count,
})
export type RecordPreview = z.output<typeof recordPreview>

const connectionPreview = z.object({
  kind: z.literal('connections'),
  /** Messages that are cleared or put back, copies counted. */
  messages: count,
  /** Connections that have issues beside them. */
  keeping: count,
  integrations: z.array(z.object({ integration: text, connections: count, messages: count })),
  /** Integrations and causes beyond those listed. */
  moreIntegrations: count,
  causes: z.array(z.object({ causeId: z.string(), title: z.string(), connections: count })),
  moreCauses: count,
  /** `first` is the first of the messages, masked and shortened; null for one that is no text. */
  sample: z.array(z.object({ id: z.string(), integration: text, endUser: text, messages: count, first: text })),
  skipped,
})
export type ConnectionPreview = z.output<typeof connectionPreview>

/** What the preview tells. It is kept as JSON with the batch, so that it stays what the person saw. */
export const batchPreview = z.union([connectionPreview, recordPreview])
export type BatchPreview = z.output<typeof batchPreview>

/** One batch. Times are ISO 8601 in UTC. */
export interface BatchRow {
  id: string
  verb: BatchVerb
  value: string | null
  scope: BatchScope
  state: BatchState
  reason: string | null
  actorId: string
  actorEmail: string
  createdAt: string
  startedAt: string | null
  endedAt: string | null
  total: number
  /** Records or connections come to so far, changed or found to have drifted. */
  worked: number
  changed: number
  drifted: number
  /** Those come to in the last ten seconds, per second. */
  rate: number
  undoesId: string | null
}

/** A record or connection that a batch leaves alone, or of a connection in part. */
export interface ExceptionRow {
  recordId: string
  reason: SkipReason
  /** The field of a record that the verb changes; null is a value that is not there. */
  expected: string | null
  found: string | null
  connection: ConnectionException | null
}

/** How many messages were expected, how many of them were there, and how many others. */
export interface ConnectionException {
  /** Null where the connection is gone. */
  integration: string | null
  endUser: string | null
  expected: number | null
  there: number
  others: number
}
