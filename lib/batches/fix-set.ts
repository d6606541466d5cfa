import 'server-only'
import type { Actor } from '../auth/actor'
import { database } from '../db/client'
import { withinBudget } from '../db/within-budget'
import type { BatchTask } from './schema'
import { workOf } from './work'

/** Milliseconds that finding the records or connections may take. */
const BUDGET = 20 * 60_000
/** Milliseconds between two looks whether the person has cancelled it meanwhile. */
const LOOK = 1_000

/**
 * Fixes what a batch will change: writes its chunks and its preview, all from one snapshot, and makes it `ready`. `taken` when another
 * process is at it or it is not to be prepared any more, `stopped` when it was cancelled or took longer than 20 minutes; throws what the
 * database throws.
 */
export async function fixSet(actor: Actor, batchId: string, task: BatchTask): Promise<'done' | 'taken' | 'stopped'> {
  const fix = await workOf(actor, task).fixing(batchId)
  const cancelled = new AbortController()
  const looking = setInterval(() => watch(batchId, cancelled), LOOK)
  try {
    const outcome = await withinBudget(
      database(),
      BUDGET,
      async (tx) => {
        const [lock] = await tx.$queryRaw<{ held: boolean }[]>`
          select pg_try_advisory_xact_lock(hashtextextended(${batchId}, 0)) as held`
        const [open] = await tx.$queryRaw<unknown[]>`
          select from mastra_admin.batch where id = ${batchId}::uuid and state = 'preparing'`
        if (!lock?.held || !open) return 'taken'
        await fix(tx)
        return 'done'
      },
      cancelled.signal,
    )
    return outcome ?? 'stopped'
  } finally {
    clearInterval(looking)
  }
}

function watch(batchId: string, cancelled: AbortController): void {
  database()
    .batch.findUnique({ where: { id: batchId }, select: { state: true } })
    .then(
      (batch) => batch?.state !== 'preparing' && cancelled.abort(),
      () => undefined,
    )
}
