import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { readRules, writeRules } from '../auth/rules'
import { transact } from '../db/transact'
import { AppError } from '../errors'
import type { ChangeRulesInput } from './schema'

/** Any number; whoever changes the rules holds this lock, so that of two at once the second sees what the first one set. */
const LOCK = 823_417_209

/**
 * Sets the rules for signing in, which count from the next request on. The same again is no change. Throws FORBIDDEN, and CONFLICT
 * when they are not any more what the actor saw.
 */
export async function changeRules(actor: Actor, { seen, rules }: ChangeRulesInput): Promise<{ changed: boolean }> {
  authorize(actor, 'users:manage')
  return transact(actor, async ({ tx, audit }) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(${LOCK})`
    const before = await readRules(tx)
    if (JSON.stringify(before) === JSON.stringify(rules)) {
      await audit([])
      return { changed: false }
    }
    if (JSON.stringify(before) !== JSON.stringify(seen))
      throw new AppError(
        'CONFLICT',
        'Someone else changed the rules in the meantime, so yours were not saved. Reload to see them.',
      )
    await writeRules(tx, rules)
    await audit([{ action: 'user.change-rules', subjectId: actor.id, before: { ...before }, after: { ...rules } }])
    return { changed: true }
  })
}
