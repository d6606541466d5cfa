import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import type { IssueCause } from '../db/generated/client'
import { transact } from '../db/transact'
import { lockCauses } from './lock-cause'
import type { CausesInput, MuteCausesInput, PutBackMutingInput } from './schema'

/** By what a cause is muted; neither until a moment nor until a change is not at all. */
export interface Muting {
  until: string | null
  untilChange: boolean
}

/** What was changed, and how each cause was muted before, so that it can be put back. */
export interface MutingOutcome {
  changed: number
  before: ({ causeId: string } & Muting)[]
}

const NOT_MUTED: Muting = { until: null, untilChange: false }

/**
 * Keeps causes out of the list of what needs attention until a moment, or until a further connection gets one. Nothing of Mastra's is
 * changed. Throws FORBIDDEN, NOT_FOUND.
 */
export function muteCauses(actor: Actor, { causeIds, until }: MuteCausesInput): Promise<MutingOutcome> {
  const muting = { until, untilChange: until === null }
  return change(actor, new Map(causeIds.map((id) => [id, muting])))
}

/** Shows muted causes among what needs attention again; those that are not muted stay as they are. Throws FORBIDDEN, NOT_FOUND. */
export function unmuteCauses(actor: Actor, { causeIds }: CausesInput): Promise<MutingOutcome> {
  return change(actor, new Map(causeIds.map((id) => [id, NOT_MUTED])))
}

/** Mutes each cause as it was before, or not at all where that moment has passed. Throws FORBIDDEN, NOT_FOUND. */
export function putBackMuting(actor: Actor, { mutings }: PutBackMutingInput): Promise<MutingOutcome> {
  const isOver = ({ until }: Muting) => until !== null && Date.parse(until) <= Date.now()
  return change(actor, new Map(mutings.map(({ causeId, ...muting }) => [causeId, isOver(muting) ? NOT_MUTED : muting])))
}

async function change(actor: Actor, wanted: ReadonlyMap<string, Muting>): Promise<MutingOutcome> {
  authorize(actor, 'issues:manage')
  return transact(actor, async ({ tx, audit }) => {
    const changes = (await lockCauses(tx, [...wanted.keys()])).flatMap((cause) => {
      const before = mutingOf(cause)
      const after = wanted.get(cause.id) ?? before
      const isSame = before.until === after.until && before.untilChange === after.untilChange
      return isSame ? [] : [{ causeId: cause.id, before, after }]
    })
    for (const { causeId, after } of changes)
      await tx.issueCause.update({
        where: { id: causeId },
        data: { mutedUntil: after.until, mutedUntilChange: after.untilChange },
      })
    await audit(
      changes.map(({ causeId, before, after }) => ({
        action: after.until === null && !after.untilChange ? 'issue.unmute' : 'issue.mute',
        subjectId: causeId,
        before: { ...before },
        after: { ...after },
      })),
    )
    return { changed: changes.length, before: changes.map(({ causeId, before }) => ({ causeId, ...before })) }
  })
}

function mutingOf({ mutedUntil, mutedUntilChange }: IssueCause): Muting {
  return { until: mutedUntil?.toISOString() ?? null, untilChange: mutedUntilChange }
}
