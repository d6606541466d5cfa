'use server'

import { action } from '@/lib/action'
import { cancelBatch, pauseBatch, resumeBatch, startBatch } from '@/lib/batches/control'
import { includeExceptions } from '@/lib/batches/include-exceptions'
import { prepareBatch, prepareUndo } from '@/lib/batches/prepare'
import { batchInput, includeInput, prepareBatchInput, prepareUndoInput } from '@/lib/batches/schema'
import { previewSoon, runSoon } from '@/lib/batches/soon'

export const prepareBatchAction = action(prepareBatchInput, prepareBatch)

export const previewSoonAction = action(prepareBatchInput, previewSoon)

export const prepareUndoAction = action(prepareUndoInput, prepareUndo)

export const startBatchAction = action(batchInput, startBatch)

export const runSoonAction = action(batchInput, runSoon)

export const pauseBatchAction = action(batchInput, pauseBatch)

export const resumeBatchAction = action(batchInput, resumeBatch)

export const cancelBatchAction = action(batchInput, cancelBatch)

export const includeExceptionsAction = action(includeInput, includeExceptions)
