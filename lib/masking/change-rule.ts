import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { transact } from '../db/transact'
import { AppError } from '../errors'
import { letGoOfFiles } from './let-go-of-files'
import type { ChangeRuleInput } from './schema'
import { forTrail, lockRules, sameRule, stateOf, writeRule } from './stored-rule'

/**
 * Changes what a rule leaves to whom. Throws FORBIDDEN, NOT_FOUND, and CONFLICT when it is not what the person saw any more.
 */
export async function changeRule(
  actor: Actor,
  { id, was, effect }: ChangeRuleInput,
): Promise<{ changed: boolean; correlationId: string }> {
  authorize(actor, 'masking:manage')
  return transact(actor, async ({ tx, audit, correlationId }) => {
    await lockRules(tx)
    const before = await stateOf(tx, id)
    if (!before) throw new AppError('NOT_FOUND', 'This rule no longer exists, so nothing was changed.')
    const after = { ...before, effect }
    if (sameRule(before, after)) {
      await audit([])
      return { changed: false, correlationId }
    }
    if (!sameRule(before, { ...before, effect: was }))
      throw new AppError('CONFLICT', 'This rule was changed in the meantime and stays as it is now.')
    await writeRule(tx, id, after, actor.email)
    await letGoOfFiles(tx)
    await audit([{ action: 'masking.change', subjectId: id, before: forTrail(before), after: forTrail(after) }])
    return { changed: true, correlationId }
  })
}
