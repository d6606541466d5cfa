import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { transact } from '../db/transact'
import { AppError } from '../errors'
import type { RemoveRuleInput } from './schema'
import { forTrail, lockRules, stateOf, writeRule } from './stored-rule'

/** Removes a rule: what only it masked is shown from the next request on. Throws FORBIDDEN and NOT_FOUND. */
export async function removeRule(actor: Actor, { id }: RemoveRuleInput): Promise<{ correlationId: string }> {
  authorize(actor, 'masking:manage')
  return transact(actor, async ({ tx, audit, correlationId }) => {
    await lockRules(tx)
    const before = await stateOf(tx, id)
    if (!before) throw new AppError('NOT_FOUND', 'This rule no longer exists, so nothing was changed.')
    await writeRule(tx, id, null, actor.email)
    await audit([{ action: 'masking.remove', subjectId: id, before: forTrail(before) }])
    return { correlationId }
  })
}
