import 'server-only'
import type { Batch } from '../db/generated/client'
import { type BatchTask, batchTask } from './schema'

/** What is stored of a batch as what it is to do. */
export function taskOf({
  verb,
  value,
  scope,
  undoesId,
}: Pick<Batch, 'verb' | 'value' | 'scope' | 'undoesId'>): BatchTask {
  return batchTask.parse({ verb, value, scope, undoesId })
}
