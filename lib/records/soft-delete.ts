import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { Prisma } from '../db/generated/client'
import { isoText } from '../db/iso-text'
import { transact } from '../db/transact'
import { lockRecords } from './deleted-at'
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
    const flipped = await tx.$queryRaw<{ id: string; deletedAt: string }[]>`
      update mastra.records set "deletedAt" = (statement_timestamp() at time zone 'UTC')::timestamp(3)
      where id = any(${[...found.keys()]}::text[]) and "deletedAt" is null
      returning id, ${isoText(Prisma.sql`"deletedAt"`)} as "deletedAt"`
    await audit(
      flipped.map(({ id, deletedAt }) => ({
        action: 'record.soft-delete',
        subjectId: id,
        before: { deletedAt: null },
        after: { deletedAt },
      })),
    )
    const changed = new Set(flipped.map((row) => row.id))
    return {
      changed: wanted.filter((id) => changed.has(id)),
      unchanged: wanted.filter((id) => found.has(id) && !changed.has(id)),
      missing: wanted.filter((id) => !found.has(id)),
      correlationId,
    }
  })
}
