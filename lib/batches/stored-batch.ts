import 'server-only'
import { z } from 'zod'
import type { Batch } from '../db/generated/client'
import type { BatchTask } from './candidates'
import { batchScope } from './schema'
import { batchVerb } from './verbs-schema'

/** What is stored of a batch as what it is to do. */
export function taskOf(batch: Pick<Batch, 'verb' | 'value' | 'scope' | 'undoesId'>): BatchTask {
  return {
    verb: batchVerb.parse(batch.verb),
    value: batch.value,
    scope: batchScope.parse(batch.scope),
    undoesId: z.uuid().nullable().parse(batch.undoesId),
  }
}
