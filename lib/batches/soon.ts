import 'server-only'
import { setTimeout } from 'node:timers/promises'
import type { Actor } from '../auth/actor'
import { database } from '../db/client'
import type { BatchState } from './batch-dto'
import { startBatch } from './control'
import { prepareBatch } from './prepare'
import { type BatchDetail, batchDetail } from './queries'
import type { BatchInput, PrepareBatchInput } from './schema'

/** Milliseconds that a click waits for a small batch, and those between two looks at it. */
const PATIENCE = 4_000
const LOOK = 40

export interface SoonPreview {
  batchId: string
  /** Null when it takes longer: then its page shows it. */
  batch: BatchDetail | null
}

/** `prepareBatch`, and the preview where it is there in a moment, so that a small one is answered where it was asked. Throws what `prepareBatch` does. */
export async function previewSoon(actor: Actor, input: PrepareBatchInput): Promise<SoonPreview> {
  const { batchId } = await prepareBatch(actor, input)
  return { batchId, batch: (await leaves(batchId, ['preparing'])) ? await batchDetail(actor, batchId) : null }
}

/** `startBatch`, and what came of it where it ends in a moment; else null. Throws what `startBatch` does. */
export async function runSoon(actor: Actor, input: BatchInput): Promise<BatchDetail | null> {
  await startBatch(actor, input)
  return (await leaves(input.batchId, ['running'])) ? batchDetail(actor, input.batchId) : null
}

/** Whether the batch goes from these states to another in time. */
async function leaves(batchId: string, states: readonly BatchState[]): Promise<boolean> {
  for (const until = Date.now() + PATIENCE; Date.now() < until; await setTimeout(LOOK)) {
    const batch = await database().batch.findUnique({ where: { id: batchId }, select: { state: true } })
    if (batch && !states.some((state) => state === batch.state)) return true
  }
  return false
}
