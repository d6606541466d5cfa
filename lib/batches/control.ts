import 'server-only'
import type { AuditAction } from '../audit/actions'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { requireProof } from '../auth/proof'
import { readRules } from '../auth/rules'
import { transact } from '../db/transact'
import { AppError } from '../errors'
import { wake } from '../server/wake'
import type { BatchState } from './batch-dto'
import { type BatchInput, batchVerb } from './schema'
import { BATCH_VERBS } from './verbs-schema'

interface Step {
  action: AuditAction
  from: readonly BatchState[]
  to: BatchState
  /** Whether only the person who prepared it may: the trail names them for every record. */
  ownOnly?: boolean
  refusal: string
}

const START: Step = {
  action: 'batch.start',
  from: ['ready'],
  to: 'running',
  ownOnly: true,
  refusal: 'This batch was already started or cancelled.',
}
const PAUSE: Step = {
  action: 'batch.pause',
  from: ['running'],
  to: 'paused',
  refusal: 'This batch is not running, so it cannot be paused.',
}
const RESUME: Step = {
  action: 'batch.resume',
  from: ['paused'],
  to: 'running',
  refusal: 'This batch is not paused, so it cannot be resumed.',
}
const CANCEL: Step = {
  action: 'batch.cancel',
  from: ['preparing', 'ready', 'running', 'paused'],
  to: 'cancelled',
  refusal: 'This batch has ended, so it cannot be cancelled. Undo takes back what it did.',
}

/** Begins to do what the preview said. Throws FORBIDDEN, also for whoever did not prepare it, NOT_FOUND, CONFLICT, and UNPROVEN from a size on. */
export function startBatch(actor: Actor, input: BatchInput): Promise<void> {
  return take(actor, input, START)
}

/** Stops a batch after the chunks at work; what is done stays done. Throws FORBIDDEN, NOT_FOUND, CONFLICT. */
export function pauseBatch(actor: Actor, input: BatchInput): Promise<void> {
  return take(actor, input, PAUSE)
}

/** Goes on with a paused batch, in the name of whoever started it. Throws FORBIDDEN, NOT_FOUND, CONFLICT. */
export function resumeBatch(actor: Actor, input: BatchInput): Promise<void> {
  return take(actor, input, RESUME)
}

/** Ends a batch for good after the chunks at work; undoing it takes back what it did. Throws FORBIDDEN, NOT_FOUND, CONFLICT. */
export function cancelBatch(actor: Actor, input: BatchInput): Promise<void> {
  return take(actor, input, CANCEL)
}

async function take(actor: Actor, { batchId }: BatchInput, step: Step): Promise<void> {
  await transact(actor, async ({ tx, audit }) => {
    const batch = await tx.batch.findUnique({ where: { id: batchId } })
    if (!batch) throw new AppError('NOT_FOUND', 'There is no such batch.')
    authorize(actor, BATCH_VERBS[batchVerb.parse(batch.verb)].permission)
    if (step.ownOnly && batch.actorId !== actor.id)
      throw new AppError('FORBIDDEN', 'Only whoever prepared this batch can start it. Prepare one of your own.')
    if (step === START && batch.total >= (await readRules(tx)).proofFrom) requireProof(actor)
    const { count } = await tx.batch.updateMany({
      where: { id: batchId, state: { in: [...step.from] } },
      data: { state: step.to, reason: null, ...timesOf(step) },
    })
    if (count === 0) throw new AppError('CONFLICT', step.refusal)
    await audit([
      {
        action: step.action,
        subjectId: batchId,
        before: { state: batch.state },
        after: { state: step.to, total: batch.total },
      },
    ])
  })
  wake('batches')
}

function timesOf(step: Step): { startedAt?: Date; endedAt?: Date } {
  if (step === START) return { startedAt: new Date() }
  return step === CANCEL ? { endedAt: new Date() } : {}
}
