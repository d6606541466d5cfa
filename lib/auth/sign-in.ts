import 'server-only'
import { z } from 'zod'
import { database } from '../db/client'
import { transact } from '../db/transact'
import { provenActor } from './actor'
import { verifyPassword } from './passwords'
import { isRole } from './permissions'
import type { SessionClaims } from './session'
import { beginSession, type Origin } from './session-rows'
import { admit, forgive } from './throttle'

const credentials = z.object({
  // Postgres has no text with NUL in it, so no account can be meant.
  email: z
    .string()
    .trim()
    .toLowerCase()
    .max(320)
    .refine((text) => !text.includes('\0')),
  password: z.string().max(200),
})

/**
 * The claims of a new session, or null: for a wrong password, an unknown e-mail and a disabled account alike, and after the same
 * work. Throws LIMIT while the account or address has to wait. A success is audited.
 */
export async function signIn(raw: unknown, origin: Origin): Promise<SessionClaims | null> {
  const parsed = credentials.safeParse(raw)
  if (!parsed.success) return null
  const { email } = parsed.data
  const attempt = { account: email, address: origin.address }
  await admit(attempt)
  const user = await database().user.findUnique({ where: { email } })
  const matches = await verifyPassword(user?.passwordHash ?? null, parsed.data.password)
  if (!matches || !user || user.disabledAt || !isRole(user.role)) return null
  const actor = provenActor({ id: user.id, email: user.email, role: user.role })
  const sid = await transact(actor, async ({ tx, audit }) => {
    const begun = await beginSession(tx, { userId: user.id, epoch: user.sessionEpoch, method: 'password', origin })
    await tx.user.update({ where: { id: user.id }, data: { lastSignInAt: new Date() } })
    await audit([{ action: 'session.sign-in', subjectId: user.id }])
    return begun
  })
  await forgive(attempt)
  return { sub: user.id, sid }
}
