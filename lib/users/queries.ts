import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { database } from '../db/client'
import type { UserRow } from './dto'

/** More people than any support team has; the page says so when there are more. */
export const USERS_SHOWN = 1_000

/** The people, active ones first, then by e-mail; at most one more than `USERS_SHOWN`. Throws FORBIDDEN. */
export async function listUsers(actor: Actor): Promise<UserRow[]> {
  authorize(actor, 'users:manage')
  const users = await database().user.findMany({
    select: { id: true, email: true, role: true, disabledAt: true, lastSignInAt: true, createdAt: true },
    orderBy: [{ disabledAt: { sort: 'desc', nulls: 'first' } }, { email: 'asc' }],
    take: USERS_SHOWN + 1,
  })
  return users.map((user) => ({
    ...user,
    disabledAt: user.disabledAt?.toISOString() ?? null,
    lastSignInAt: user.lastSignInAt?.toISOString() ?? null,
    createdAt: user.createdAt.toISOString(),
  }))
}
