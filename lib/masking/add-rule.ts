import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { transact } from '../db/transact'
import { AppError } from '../errors'
import { letGoOfFiles } from './let-go-of-files'
import { type AddRuleInput, MOST_RULES, ruleTarget } from './schema'
import { forTrail, lockRules, writeRule } from './stored-rule'

/**
 * Adds a rule, which counts from the next request on. Exports that are kept are let go of. Throws FORBIDDEN, CONFLICT when there is a rule
 * for the same, and LIMIT with 100 of them.
 */
export async function addRule(actor: Actor, input: AddRuleInput): Promise<{ ruleId: string; correlationId: string }> {
  authorize(actor, 'masking:manage')
  return transact(actor, async ({ tx, audit, correlationId }) => {
    await lockRules(tx)
    const rules = await tx.maskRule.findMany({ select: { target: true } })
    if (rules.length >= MOST_RULES)
      throw new AppError(
        'LIMIT',
        `There are ${MOST_RULES} rules already. Remove one, or name what they have in common.`,
      )
    const same = JSON.stringify(input.target).toLowerCase()
    if (rules.some(({ target }) => JSON.stringify(ruleTarget.parse(target)).toLowerCase() === same))
      throw new AppError('CONFLICT', 'There is a rule for this already. Change that one.')
    const ruleId = randomUUID()
    await writeRule(tx, ruleId, input, actor.email)
    await letGoOfFiles(tx)
    await audit([{ action: 'masking.add', subjectId: ruleId, after: forTrail(input) }])
    return { ruleId, correlationId }
  })
}
