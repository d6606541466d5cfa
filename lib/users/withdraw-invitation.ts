import 'server-only'
import type { Actor } from '../auth/actor'
import { endLinks } from '../auth/one-time-link'
import { authorize } from '../auth/permissions'
import { transact } from '../db/transact'
import { AppError } from '../errors'
import { lockUser } from './lock-user'
import type { UserInput } from './schema'

/**
 * Takes back an invitation that nobody has followed: its links end, and the person, who never was here, is no user any more. Throws
 * FORBIDDEN, NOT_FOUND, and CONFLICT when they have come meanwhile.
 */
export async function withdrawInvitation(actor: Actor, { userId }: UserInput): Promise<void> {
  authorize(actor, 'users:manage')
  await transact(actor, async ({ tx, audit }) => {
    const { email, role, invitedAt } = await lockUser(tx, userId)
    if (!invitedAt)
      throw new AppError('CONFLICT', `${email} has joined, so nothing was withdrawn. Disable them to keep them out.`)
    await endLinks(tx, { userId }, 'withdrawn')
    await tx.user.delete({ where: { id: userId } })
    await audit([{ action: 'user.withdraw', subjectId: userId, before: { email, role } }])
  })
}
