import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { endSessions } from '../auth/session-rows'
import { transact } from '../db/transact'
import { refuseLastAdmin } from './last-admin'
import { lockUser } from './lock-user'
import type { UserInput } from './schema'

/**
 * Keeps someone out from their next request on; disabling twice keeps the first time. Throws FORBIDDEN, NOT_FOUND, and CONFLICT
 * for the last active administrator.
 */
export async function disableUser(actor: Actor, { userId }: UserInput): Promise<{ changed: boolean }> {
  authorize(actor, 'users:manage')
  return transact(actor, async ({ tx, audit }) => {
    await refuseLastAdmin(tx, userId)
    const user = await lockUser(tx, userId)
    if (user.disabledAt) {
      await audit([])
      return { changed: false }
    }
    const disabledAt = new Date()
    await tx.user.update({ where: { id: userId }, data: { disabledAt } })
    // Enabling them again does not bring them back.
    await endSessions(tx, userId)
    const after = { disabledAt: disabledAt.toISOString() }
    await audit([{ action: 'user.disable', subjectId: userId, before: { disabledAt: null }, after }])
    return { changed: true }
  })
}
