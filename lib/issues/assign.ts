import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { transact } from '../db/transact'
import { AppError } from '../errors'
import { lockCause } from './lock-cause'
import type { AssignCauseInput } from './schema'

/**
 * Says who looks after a cause, or with null that nobody does. Gives who did before. Throws FORBIDDEN, NOT_FOUND, also for someone who may
 * not sign in any more.
 */
export async function assignCause(
  actor: Actor,
  { causeId, userId }: AssignCauseInput,
): Promise<{ before: string | null }> {
  authorize(actor, 'issues:manage')
  return transact(actor, async ({ tx, audit }) => {
    const cause = await lockCause(tx, causeId)
    const user = userId === null ? null : await tx.user.findUnique({ where: { id: userId, disabledAt: null } })
    if (userId !== null && !user)
      throw new AppError('NOT_FOUND', 'This person does not exist, or may not sign in any more.')
    await tx.issueCause.update({
      where: { id: causeId },
      data: { assigneeId: user?.id ?? null, assigneeEmail: user?.email ?? null },
    })
    const change = { before: { assignee: cause.assigneeEmail }, after: { assignee: user?.email ?? null } }
    await audit(cause.assigneeId === userId ? [] : [{ action: 'issue.assign', subjectId: causeId, ...change }])
    return { before: cause.assigneeId }
  })
}
