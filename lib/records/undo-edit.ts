import 'server-only'
import type { UndoableEntry, UndoneSubjects } from '../audit/undoable'
import { authorize } from '../auth/permissions'
import type { Scope } from '../db/transact'
import { AppError } from '../errors'
import { applyChanges, changesBetween, inverse } from '../json/merge'
import { lockRecords } from './deleted-at'
import { changesInTrail, lockState, notYetIn, writeState } from './state'

/** Takes edits back: the keys that still hold what an entry wrote get what they held. Throws FORBIDDEN. */
export async function undoEdit(scope: Scope, entries: readonly UndoableEntry[]): Promise<UndoneSubjects> {
  authorize(scope.actor, 'records:edit')
  await lockRecords(
    scope.tx,
    entries.map((entry) => entry.subjectId),
  )
  const trail = await changesInTrail(
    scope.tx,
    entries.map((entry) => entry.id),
  )
  const outcome: UndoneSubjects = { undone: [], conflicts: [] }
  for (const { id: entryId, subjectId } of entries) {
    const sides = trail.get(entryId)
    const state = sides && (await stateIfThere(scope, subjectId))
    const back = sides ? inverse(changesBetween(sides.from, sides.to)) : []
    const merged = state && applyChanges(state, back)
    const made = state ? notYetIn(state, back) : []
    if (!merged || merged.collisions.length > 0 || made.length === 0) outcome.conflicts.push(subjectId)
    else {
      await writeState(scope, subjectId, merged.json, made, entryId)
      outcome.undone.push(subjectId)
    }
  }
  if (outcome.undone.length === 0) await scope.audit([])
  return outcome
}

async function stateIfThere(scope: Scope, id: string) {
  try {
    return await lockState(scope.tx, id)
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}
