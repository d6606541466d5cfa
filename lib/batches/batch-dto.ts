import { z } from 'zod'
import type { BatchScope } from './schema'
import type { BatchVerb } from './verbs-schema'

/** `preparing` → `ready` → `running` ⇄ `paused` → `done`; `cancelled` and `failed` end it from anywhere before. */
export const BATCH_STATES = ['preparing', 'ready', 'running', 'paused', 'done', 'cancelled', 'failed'] as const
export type BatchState = (typeof BATCH_STATES)[number]

/** Why a record of the list or selection is left as it is. */
export const SKIP_REASONS = ['already', 'changed', 'twin', 'gone', 'unmatched'] as const
export type SkipReason = (typeof SKIP_REASONS)[number]

const count = z.number().int()
const text = z.string().nullable()

/** What the preview tells. It is kept as JSON with the batch, so that it stays what the person saw. */
export const batchPreview = z.object({
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
  skipped: z.array(z.object({ reason: z.enum(SKIP_REASONS), count })),
  /** Records among those to be changed that a sync wrote, and goes on writing to. */
  synced: count,
  /** Records to be soft-deleted whose live twin stays; counted among the first 20,000. */
  liveTwins: count,
})
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
  /** Records come to so far, changed or found to have drifted. */
  worked: number
  changed: number
  drifted: number
  /** Records come to in the last ten seconds, per second. */
  rate: number
  undoesId: string | null
}

/** A record that a batch leaves alone. `expected` and `found` are the field that the verb changes; null is a value that is not there. */
export interface ExceptionRow {
  recordId: string
  reason: SkipReason
  expected: string | null
  found: string | null
}
