import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { type Scope, transact } from '../db/transact'
import { AppError } from '../errors'
import { matching } from '../records/matching'
import { recordRegistry } from '../records/record-registry'
import { wake } from '../server/wake'
import { conditionOf } from './connections/candidates'
import { type BatchScope, batchVerb, type PrepareBatchInput, type PrepareUndoInput } from './schema'
import { BATCH_VERBS, type BatchVerb, isRecordVerb } from './verbs-schema'

/** Previews that one person may have looked for at a time: each reads as much as the whole table. */
const AT_ONCE = 3

/**
 * Asks for a preview of what `verb` would do; a worker fixes the set of records or connections, and nothing is changed before someone starts it. Throws
 * FORBIDDEN, INVALID for a filter that is not understood, and LIMIT while three previews of theirs are still being made.
 */
export async function prepareBatch(actor: Actor, input: PrepareBatchInput): Promise<{ batchId: string }> {
  const { verb, over } = input
  authorize(actor, BATCH_VERBS[verb].permission)
  if (over.kind === 'matching-connections') await conditionOf(actor, over)
  const scope = over.kind === 'matching' ? await asUnderstood(actor, over) : over
  const value = 'value' in input ? (input.value ?? null) : null
  return made(actor, { verb, value, scope, undoesId: null })
}

/**
 * Asks for a preview of taking a batch back, in full or only where its records or connections match `q`. What changed since is listed and left out, until
 * someone chooses it. Throws FORBIDDEN, NOT_FOUND, INVALID, CONFLICT for a batch that is still at work, and LIMIT.
 */
export async function prepareUndo(actor: Actor, { batchId, ...scope }: PrepareUndoInput): Promise<{ batchId: string }> {
  authorize(actor, 'audit:undo')
  return made(actor, async ({ tx }) => {
    const batch = await tx.batch.findUnique({ where: { id: batchId } })
    if (!batch) throw new AppError('NOT_FOUND', 'There is no such batch.')
    if (batch.startedAt === null)
      throw new AppError('INVALID', 'This batch has changed nothing, so there is nothing to undo.')
    if (batch.endedAt === null) throw new AppError('CONFLICT', 'Cancel this batch or let it end before you undo it.')
    const verb = BATCH_VERBS[batchVerb.parse(batch.verb)].inverse
    authorize(actor, BATCH_VERBS[verb].permission)
    if (!isRecordVerb(verb)) await conditionOf(actor, scope)
    else if (!(await matching(actor, { q: scope.q, state: 'all', text: 'whole' }, clockOf(scope))))
      throw notUnderstood()
    return { verb, value: null, scope: { kind: 'undo', ...scope }, undoesId: batchId }
  })
}

interface NewBatch {
  verb: BatchVerb
  value: string | null
  scope: BatchScope
  undoesId: string | null
}

/** Looking changes nothing of the data, so that it leaves no entry in the trail; the start does. */
async function made(
  actor: Actor,
  batch: NewBatch | ((scope: Scope) => Promise<NewBatch>),
): Promise<{ batchId: string }> {
  const made = await transact(actor, async (scope) => {
    const fields = typeof batch === 'function' ? await batch(scope) : batch
    const open = await scope.tx.batch.count({ where: { actorId: actor.id, state: 'preparing' } })
    if (open >= AT_ONCE)
      throw new AppError('LIMIT', `${AT_ONCE} previews of yours are still being made. Wait for them, or cancel one.`)
    await scope.audit([])
    return scope.tx.batch.create({
      data: { ...fields, state: 'preparing', actorId: actor.id, actorEmail: actor.email },
      select: { id: true },
    })
  })
  wake('batches')
  return { batchId: made.id }
}

/** How far words are looked for is settled now: an index that comes or goes must not change what the batch is over. */
async function asUnderstood(actor: Actor, scope: Extract<BatchScope, { kind: 'matching' }>): Promise<BatchScope> {
  if (!(await matching(actor, scope, clockOf(scope)))) throw notUnderstood()
  const { reach } = await recordRegistry(actor, scope.q, scope.text)
  return { ...scope, text: reach }
}

function clockOf({ now, timeZone }: { now: string; timeZone: string }) {
  return { now: new Date(now), timeZone }
}

function notUnderstood(): AppError {
  return new AppError('INVALID', 'This filter was not understood, so nothing was prepared.')
}
