import 'server-only'
import type { Actor } from '../auth/actor'
import type { Prisma } from '../db/generated/client'
import type { Scope } from '../db/transact'
import { connectionWork } from './connections/work'
import { recordWork } from './records/work'
import type { BatchTask, RecordTask } from './schema'
import { isRecordVerb } from './verbs-schema'

/** Some of the subjects of a batch, to be changed in one transaction. */
export interface Chunk {
  batchId: string
  number: number
  size: number
}

/** How many of a chunk were changed, and how many were not as they had been seen. */
export interface ChunkOutcome {
  changed: number
  drifted: number
}

/** What a kind of subject does of a batch; all else is the same for each. */
export interface BatchWork {
  /** Makes ready what writes the chunks, the exceptions and the preview from one snapshot, and makes the batch `ready`. Throws INVALID. */
  fixing: (batchId: string) => Promise<(tx: Prisma.TransactionClient) => Promise<void>>
  /** Makes ready what changes those of a chunk that are as they were seen, writes the entries, and lists what drifted. */
  changing: () => Promise<(scope: Scope, chunk: Chunk) => Promise<ChunkOutcome>>
}

/** The work of a batch by the kind of its subjects, as whoever prepared it may ask for it. */
export function workOf(actor: Actor, task: BatchTask): BatchWork {
  return isOverRecords(task) ? recordWork(actor, task) : connectionWork(actor, task)
}

export function isOverRecords(task: BatchTask): task is RecordTask {
  return isRecordVerb(task.verb)
}
