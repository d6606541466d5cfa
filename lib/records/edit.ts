import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { Prisma } from '../db/generated/client'
import { transact } from '../db/transact'
import { AppError } from '../errors'
import { printExact } from '../json/exact-json'
import { applyChanges, type KeyChange, valueAt } from '../json/merge'
import { maskPolicy } from '../mask/mask-policy'
import { holdsMask } from '../mask/masked-values'
import type { EditInput } from './edit-schema'
import { lockRecord, notYetIn, writeState } from './state'

export type EditOutcome =
  /** `changed` counts keys; none when all of them held what was wanted already. */
  | { kind: 'saved'; changed: number; correlationId: string }
  /** A key that was to be changed holds another value than the person saw: nothing was written. `state` is what there is now, masked. */
  | { kind: 'conflict'; state: string }

/**
 * Changes single keys of a record, each only where it holds what the person saw; what a sync wrote to other keys meanwhile stays, because
 * the row is read and written under one lock. Masked values are neither read nor written. Throws FORBIDDEN, NOT_FOUND, CONFLICT for a
 * deleted record, and INVALID for masked values and for what a record cannot hold.
 */
export async function editRecord(actor: Actor, { id, changes }: EditInput): Promise<EditOutcome> {
  authorize(actor, 'records:edit')
  const policy = await maskPolicy(actor)
  return refusalsOfPostgres(() =>
    transact(actor, async (scope) => {
      const { state, entityType } = await lockRecord(scope.tx, id)
      const mask = policy.ofState(entityType)
      const isKept = ({ path, from, to }: KeyChange) => mask.takesFrom(path, from) || holdsMask(from) || holdsMask(to)
      if (changes.some(isKept))
        throw new AppError('INVALID', 'Masked values cannot be changed or removed here, so nothing was changed.')
      const { json, collisions } = applyChanges(state, changes)
      // A value that came meanwhile and is masked is a collision whatever was wanted: that a guess was right must not be told.
      collisions.push(...changes.filter(({ path }) => mask.takesFrom(path, valueAt(state, path))))
      const made = notYetIn(state, changes)
      if (collisions.length === 0 && made.length > 0) await writeState(scope, id, json, made)
      else await scope.audit([])
      if (collisions.length > 0) return { kind: 'conflict', state: mask.json(printExact(state)).text }
      return { kind: 'saved', changed: made.length, correlationId: scope.correlationId }
    }),
  )
}

/** Valid JSON that Postgres still cannot store: U+0000, half a surrogate pair, a number of a million digits. */
export async function refusalsOfPostgres<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const isRefused =
      error instanceof Prisma.PrismaClientKnownRequestError &&
      error.code === 'P2010' &&
      /\b(22P02|22P05|22003|22021|54000|54001)\b/.test(JSON.stringify(error.meta))
    throw isRefused
      ? new AppError(
          'INVALID',
          'A value contains a character or a number that Postgres cannot store, so nothing was changed.',
        )
      : error
  }
}
