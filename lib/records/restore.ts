import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { transact } from '../db/transact'
import { moveField } from './changeable-fields'
import { lockRecords } from './deleted-at'
import { findLiveTwins, type TwinPair } from './live-twins'
import type { RestoreInput } from './schema'

export interface RestoreOutcome {
  /** Ids that were deleted as the person saw it and now are live. */
  changed: string[]
  /** Ids that were live already. */
  unchanged: string[]
  /** Ids whose deletion is another one than the person saw: restored and deleted again in the meantime. */
  conflicts: string[]
  /** Ids left deleted because a live record has the same entity and external id, each with that record. */
  twins: TwinPair[]
  /** Ids without a row. */
  missing: string[]
  correlationId: string
}

/**
 * Makes deleted records visible to the product again: clears `deletedAt` where it still is the one that the person saw, and touches
 * nothing else. Those with a live twin are left deleted, unless `besideTwins` says that the person has seen both. Doing it again
 * changes nothing. Throws FORBIDDEN.
 */
export async function restoreRecords(actor: Actor, { records, besideTwins }: RestoreInput): Promise<RestoreOutcome> {
  authorize(actor, 'records:restore')
  return transact(actor, async ({ tx, audit, correlationId }) => {
    const ids = records.map((record) => record.id)
    const found = await lockRecords(tx, ids)
    const twins = besideTwins ? [] : await findLiveTwins(tx, ids)
    const held = new Set(twins.map((pair) => pair.id))
    const changed = await moveField(
      tx,
      'deletedAt',
      records.filter(({ id }) => !held.has(id)).map(({ id, deletedAt }) => ({ id, from: deletedAt, to: null })),
    )
    await audit(
      records
        .filter(({ id }) => changed.has(id))
        .map(({ id, deletedAt }) => ({
          action: 'record.restore',
          subjectId: id,
          before: { deletedAt },
          after: { deletedAt: null },
        })),
    )
    return {
      changed: ids.filter((id) => changed.has(id)),
      unchanged: ids.filter((id) => found.get(id) === null),
      conflicts: ids.filter((id) => typeof found.get(id) === 'string' && !changed.has(id) && !held.has(id)),
      twins,
      missing: ids.filter((id) => !found.has(id)),
      correlationId,
    }
  })
}
