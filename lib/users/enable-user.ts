import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { transact } from '../db/transact'
import { lockUser } from './lock-user'
import type { UserInput } from './schema'

/** Lets someone who was disabled sign in again. Throws FORBIDDEN and NOT_FOUND. */
export async function enableUser(actor: Actor, { userId }: UserInput): Promise<{ changed: boolean }> {
  authorize(actor, 'users:manage')
  return transact(actor, async ({ tx, audit }) => {
    const user = await lockUser(tx, userId)
    if (!user.disabledAt) {
      await audit([])
      return { changed: false }
    }
    await tx.user.update({ where: { id: userId }, data: { disabledAt: null } })
    const before = { disabledAt: user.disabledAt.toISOString() }
    await audit([{ action: 'user.enable', subjectId: userId, before, after: { disabledAt: null } }])
    return { changed: true }
  })
}
