import 'server-only'
import type { Actor } from '../auth/actor'
import { endLinks } from '../auth/one-time-link'
import { hashChosenPassword, verifyPassword } from '../auth/passwords'
import { authorize } from '../auth/permissions'
import { endSessions } from '../auth/session-rows'
import { admit, forgive } from '../auth/throttle'
import { transact } from '../db/transact'
import { AppError } from '../errors'
import { lockUser } from '../users/lock-user'
import type { ChangePasswordInput } from './schema'

/**
 * Gives the actor a new password and ends every other session they have; this one goes on. Throws INVALID when `current` is not
 * their password and for a new one that is tried first, and LIMIT while the account has to wait for too many wrong ones.
 */
export async function changePassword(actor: Actor, { current, password }: ChangePasswordInput): Promise<void> {
  authorize(actor, 'account:manage')
  // Before it counts as a try: a new one that is refused says nothing of the current one.
  const passwordHash = await hashChosenPassword(password, actor.email)
  const attempt = { person: actor.id }
  await admit(attempt)
  await transact(actor, async ({ tx, audit }) => {
    const user = await lockUser(tx, actor.id)
    if (!(await verifyPassword(user.passwordHash, current)))
      throw new AppError('INVALID', 'The current password is not right, so nothing was changed.')
    const session = actor.session && (await tx.session.findUnique({ where: { id: actor.session.id } }))
    await tx.user.update({ where: { id: user.id }, data: { passwordHash } })
    await endSessions(tx, user.id)
    await endLinks(tx, { userId: user.id }, 'password was set')
    if (session) await tx.session.create({ data: { ...session, epoch: user.sessionEpoch + 1, provenAt: new Date() } })
    await audit([{ action: 'user.change-password', subjectId: user.id }])
  })
  await forgive(attempt)
}
