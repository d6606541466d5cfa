import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { type Scope, transact } from '../db/transact'
import { AppError } from '../errors'
import { applyChanges, changesBetween, inverse } from '../json/merge'
import { REVERTED_ACTIONS } from './edit-dto'
import type { RevertInput } from './edit-schema'
import { changesInTrail, lockState, writeState } from './state'

export interface RevertOutcome {
  /** Keys that were put back. */
  changed: number
  correlationId: string
}

/** Entries that are taken back at once at most. */
const MOST = 200

/**
 * Puts a record back to what it was right after an entry of its trail, as far as people changed it here since: what was done later is
 * taken back from the newest on. Keys that only syncs wrote stay. All or nothing: a key that holds another value than the newest entry
 * left is a CONFLICT. Throws FORBIDDEN, NOT_FOUND, CONFLICT, and LIMIT beyond 200 later entries.
 */
export async function revertRecord(actor: Actor, { id, entryId }: RevertInput): Promise<RevertOutcome> {
  authorize(actor, 'records:edit')
  return transact(actor, async (scope) => {
    const state = await lockState(scope.tx, id)
    const later = await entriesSince(scope, id, entryId)
    const trail = await changesInTrail(scope.tx, later)
    let json = state
    for (const entry of later) {
      const sides = trail.get(entry)
      if (!sides) continue
      const merged = applyChanges(json, inverse(changesBetween(sides.from, sides.to)))
      if (merged.collisions.length > 0)
        throw new AppError('CONFLICT', 'Something else has changed these values since, so nothing was reverted.')
      json = merged.json
    }
    const changes = changesBetween(state, json)
    if (changes.length > 0) await writeState(scope, id, json, changes)
    else await scope.audit([])
    return { changed: changes.length, correlationId: scope.correlationId }
  })
}

/** Ids of the later entries that changed what can be edited, newest first. */
async function entriesSince({ tx }: Scope, id: string, entryId: string): Promise<string[]> {
  const entry = await tx.auditEntry.findFirst({ where: { id: entryId, subjectType: 'record', subjectId: id } })
  if (!entry) throw new AppError('NOT_FOUND', 'There is no such entry of this record, so nothing was reverted.')
  const later = await tx.auditEntry.findMany({
    where: { subjectType: 'record', subjectId: id, id: { gt: entryId }, action: { in: [...REVERTED_ACTIONS] } },
    orderBy: { id: 'desc' },
    take: MOST + 1,
    select: { id: true },
  })
  if (later.length > MOST)
    throw new AppError('LIMIT', `More than ${MOST} changes came after it, so nothing was reverted.`)
  return later.map((row) => row.id)
}
