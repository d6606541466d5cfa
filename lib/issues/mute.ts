import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import type { IssueCause } from '../db/generated/client'
import { transact } from '../db/transact'
import { lockCause } from './lock-cause'
import type { CauseInput, MuteCauseInput } from './schema'

/** What a cause was muted by before, so that it can be put back. */
export interface Muting {
  until: string | null
  untilChange: boolean
}

/**
 * Keeps a cause out of the list of what needs attention until a moment, or until a further connection gets it. Nothing of Mastra's is
 * changed. Throws FORBIDDEN, NOT_FOUND.
 */
export async function muteCause(actor: Actor, { causeId, until }: MuteCauseInput): Promise<void> {
  authorize(actor, 'issues:manage')
  await transact(actor, async ({ tx, audit }) => {
    const cause = await lockCause(tx, causeId)
    const after: Muting = { until, untilChange: until === null }
    await tx.issueCause.update({
      where: { id: causeId },
      data: { mutedUntil: until, mutedUntilChange: after.untilChange },
    })
    await audit([{ action: 'issue.mute', subjectId: causeId, before: { ...mutingOf(cause) }, after: { ...after } }])
  })
}

/** Shows a muted cause among what needs attention again; one that is not muted stays as it is. Throws FORBIDDEN, NOT_FOUND. */
export async function unmuteCause(actor: Actor, { causeId }: CauseInput): Promise<{ changed: boolean }> {
  authorize(actor, 'issues:manage')
  return transact(actor, async ({ tx, audit }) => {
    const before = mutingOf(await lockCause(tx, causeId))
    const changed = before.until !== null || before.untilChange
    await tx.issueCause.update({ where: { id: causeId }, data: { mutedUntil: null, mutedUntilChange: false } })
    const after: Muting = { until: null, untilChange: false }
    await audit(
      changed ? [{ action: 'issue.unmute', subjectId: causeId, before: { ...before }, after: { ...after } }] : [],
    )
    return { changed }
  })
}

function mutingOf({ mutedUntil, mutedUntilChange }: IssueCause): Muting {
  return { until: mutedUntil?.toISOString() ?? null, untilChange: mutedUntilChange }
}
