import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { transact } from '../db/transact'
import { flipDeleted, lockRecords } from './deleted-at'
import type { SoftDeleteInput } from './schema'

export interface SoftDeleteOutcome {
  /** Ids that were live and now are deleted. */
  changed: string[]
  /** Ids that were deleted already; their first `deletedAt` stays. */
  unchanged: string[]
  /** Ids without a row. */
  missing: string[]
  correlationId: string
}

/**
 * Hides records from the product: sets `deletedAt` where it is null, and touches nothing else, neither `data`, which a sync may be
 * writing, nor `updatedAt`. Doing it again changes nothing. Throws FORBIDDEN.
 */
export async function softDeleteRecords(actor: Actor, { ids }: SoftDeleteInput): Promise<SoftDeleteOutcome> {
  authorize(actor, 'records:delete')
  const wanted = [...new Set(ids)]
  return transact(actor, async ({ tx, audit, correlationId }) => {
    const found = await lockRecords(tx, wanted)
    const entries = await flipDeleted(tx, [...found.keys()])
    await audit(entries)
    const changed = new Set(entries.map(({ subjectId }) => subjectId))
    return {
      changed: wanted.filter((id) => changed.has(id)),
      unchanged: wanted.filter((id) => found.has(id) && !changed.has(id)),
      missing: wanted.filter((id) => !found.has(id)),
      correlationId,
    }
  })
}
