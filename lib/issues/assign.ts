import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { transact } from '../db/transact'
import { AppError } from '../errors'
import { lockCauses } from './lock-cause'
import type { AssignCausesInput } from './schema'

/** What was changed, and who looked after each of those causes before. */
export interface AssignOutcome {
  changed: number
  before: AssignCausesInput['causes']
}

/**
 * Says who looks after causes, or with null that nobody does. Gives who did before. Throws FORBIDDEN, NOT_FOUND, also for someone who may
 * not sign in any more.
 */
export async function assignCauses(actor: Actor, { causes }: AssignCausesInput): Promise<AssignOutcome> {
  authorize(actor, 'issues:manage')
  return transact(actor, async ({ tx, audit }) => {
    const wanted = new Map(causes.map(({ causeId, userId }) => [causeId, userId]))
    const known = await lockCauses(tx, [...wanted.keys()])
    const ids = [...new Set(causes.flatMap(({ userId }) => userId ?? []))]
    const users = await tx.user.findMany({ where: { id: { in: ids }, disabledAt: null } })
    const emails = new Map(users.map(({ id, email }) => [id, email]))
    if (emails.size < ids.length) throw new AppError('NOT_FOUND', 'This user does not exist, or may no longer sign in.')
    const changes = known.flatMap((cause) => {
      const userId = wanted.get(cause.id) ?? null
      return cause.assigneeId === userId ? [] : [{ cause, userId, email: userId && (emails.get(userId) ?? null) }]
    })
    for (const { cause, userId, email } of changes)
      await tx.issueCause.update({ where: { id: cause.id }, data: { assigneeId: userId, assigneeEmail: email } })
    await audit(
      changes.map(({ cause, email }) => ({
        action: 'issue.assign',
        subjectId: cause.id,
        before: { assignee: cause.assigneeEmail },
        after: { assignee: email },
      })),
    )
    return {
      changed: changes.length,
      before: changes.map(({ cause }) => ({ causeId: cause.id, userId: cause.assigneeId })),
    }
  })
}
