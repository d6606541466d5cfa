import 'server-only'
import { z } from 'zod'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { type Rules, readRules } from '../auth/rules'
import { database } from '../db/client'
import type { User } from '../db/generated/client'
import type { UserRow } from './dto'

/** More people than any support team has; the page says so when there are more. */
export const USERS_SHOWN = 1_000

const SHOWN = {
  id: true,
  email: true,
  role: true,
  disabledAt: true,
  invitedAt: true,
  lastSignInAt: true,
  createdAt: true,
} as const

/** The people, active ones first, then by e-mail; at most one more than `USERS_SHOWN`. Throws FORBIDDEN. */
export async function listUsers(actor: Actor): Promise<UserRow[]> {
  authorize(actor, 'users:manage')
  const users = await database().user.findMany({
    select: SHOWN,
    orderBy: [{ disabledAt: { sort: 'desc', nulls: 'first' } }, { email: 'asc' }],
    take: USERS_SHOWN + 1,
  })
  return rowsOf(users)
}

/** One person, or null. Throws FORBIDDEN. */
export async function getUser(actor: Actor, id: string): Promise<UserRow | null> {
  authorize(actor, 'users:manage')
  if (!z.uuid().safeParse(id).success) return null
  const user = await database().user.findUnique({ select: SHOWN, where: { id } })
  return user && ((await rowsOf([user]))[0] ?? null)
}

type ShownUser = Pick<User, keyof typeof SHOWN>

/** With the end of the links that those who were invited still have, and whether they have one-time codes. */
async function rowsOf(users: readonly ShownUser[]): Promise<UserRow[]> {
  const invited = users.filter(({ invitedAt }) => invitedAt).map(({ id }) => id)
  const open = await database().oneTimeLink.findMany({
    where: { userId: { in: invited }, endedAt: null, expiresAt: { gt: new Date() } },
    orderBy: { expiresAt: 'asc' },
  })
  const until = new Map(open.map(({ userId, expiresAt }) => [userId, expiresAt.toISOString()]))
  const withCodes = await database().authenticator.findMany({
    where: { userId: { in: users.map(({ id }) => id) }, confirmedAt: { not: null } },
    select: { userId: true },
  })
  const coded = new Set(withCodes.map(({ userId }) => userId))
  return users.map(({ invitedAt, ...user }) => ({
    ...user,
    hasCodes: coded.has(user.id),
    invitation: invitedAt && { until: until.get(user.id) ?? null },
    disabledAt: user.disabledAt?.toISOString() ?? null,
    lastSignInAt: user.lastSignInAt?.toISOString() ?? null,
    createdAt: user.createdAt.toISOString(),
  }))
}

/** What is set about signing in, for everyone. Throws FORBIDDEN. */
export async function getRules(actor: Actor): Promise<Rules> {
  authorize(actor, 'users:manage')
  return readRules(database())
}
