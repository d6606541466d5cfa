import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { transact } from '../db/transact'
import { AppError } from '../errors'

/** Days for which every entry is kept, whatever is set. The database refuses less by itself. */
export const RETENTION_FLOOR = 90
/** Entries that one transaction lets go of. */
const STEP = 20_000
const DAY = 24 * 60 * 60_000
/** Held by whoever prunes, so that of several instances one does. */
const LOCK = 'mastra_admin.prune_audit'

/**
 * Lets go of entries that are older than `days`, oldest first, and says in the trail how many. Gives their number; 0 also while another
 * instance is at it. Throws FORBIDDEN, and INVALID below 90 days.
 */
export async function pruneAudit(actor: Actor, { days }: { days: number }): Promise<number> {
  authorize(actor, 'audit:prune')
  if (!Number.isInteger(days) || days < RETENTION_FLOOR)
    throw new AppError('INVALID', `Audit entries are kept for at least ${RETENTION_FLOOR} days.`)
  const before = new Date(Date.now() - days * DAY).toISOString()
  for (let total = 0; ; ) {
    const pruned = await pruneSome(actor, before)
    total += pruned
    if (pruned < STEP) return total
  }
}

function pruneSome(actor: Actor, before: string): Promise<number> {
  return transact(actor, async ({ tx, audit }) => {
    const [lock] = await tx.$queryRaw<{ held: boolean }[]>`
      select pg_try_advisory_xact_lock(hashtextextended(${LOCK}, 0)) as held`
    const [outcome] = lock?.held
      ? await tx.$queryRaw<{ pruned: number }[]>`
          select mastra_admin.prune_audit(${before}::timestamptz, ${STEP}::int) as pruned`
      : []
    const pruned = outcome?.pruned ?? 0
    await audit(
      pruned > 0 ? [{ action: 'audit.prune', subjectId: actor.id, after: { entries: pruned, olderThan: before } }] : [],
    )
    return pruned
  })
}
