import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { transact } from '../db/transact'
import { AppError } from '../errors'
import { giveRole } from './give-role'
import { refuseLastAdmin } from './last-admin'
import { lockUser } from './lock-user'
import type { ChangeRoleInput } from './schema'

/**
 * Gives someone another role; it counts from their next request. One that may more ends their sessions: nobody comes to it but by
 * signing in. A role they have already is no change. Throws FORBIDDEN, NOT_FOUND, and CONFLICT when the role is not `from` any more or they are the last active administrator.
 */
export async function changeRole(actor: Actor, { userId, from, to }: ChangeRoleInput): Promise<{ changed: boolean }> {
  authorize(actor, 'users:manage')
  return transact(actor, async (scope) => {
    const { tx, audit } = scope
    // Before the person's own row is locked: whoever changes administrators takes the locks in the same order.
    if (to !== 'ADMIN') await refuseLastAdmin(tx, userId)
    const user = await lockUser(tx, userId)
    if (user.role === to) {
      await audit([])
      return { changed: false }
    }
    if (user.role !== from)
      throw new AppError(
        'CONFLICT',
        `${user.email} was made ${user.role} in the meantime, so nothing was changed. Reload to see the current roles.`,
      )
    await giveRole(scope, { userId, from, to })
    return { changed: true }
  })
}
