import 'server-only'
import type { Actor } from '../auth/actor'
import { endLinks } from '../auth/one-time-link'
import { hashChosenPassword } from '../auth/passwords'
import { authorize } from '../auth/permissions'
import { endSessions } from '../auth/session-rows'
import { database } from '../db/client'
import { transact } from '../db/transact'
import { AppError } from '../errors'
import { lockUser } from './lock-user'
import type { SetPasswordInput } from './schema'
import { requirePasswords } from './sign-in-ways'

/** Gives someone a new password and ends every session and link they have; who was invited has thereby joined. Throws FORBIDDEN, NOT_FOUND, and
 * INVALID for a password that is tried first and where none is taken. */
export async function setUserPassword(actor: Actor, { userId, password }: SetPasswordInput): Promise<void> {
  authorize(actor, 'users:manage')
  requirePasswords()
  const user = await database().user.findUnique({ where: { id: userId }, select: { email: true } })
  if (!user) throw new AppError('NOT_FOUND', 'This user does not exist.')
  const passwordHash = await hashChosenPassword(password, user.email)
  await transact(actor, async ({ tx, audit }) => {
    await lockUser(tx, userId)
    await tx.user.update({ where: { id: userId }, data: { passwordHash, invitedAt: null } })
    await endSessions(tx, userId)
    await endLinks(tx, { userId }, 'password was set')
    await audit([{ action: 'user.set-password', subjectId: userId }])
  })
}
