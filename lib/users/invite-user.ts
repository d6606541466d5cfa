import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Actor } from '../auth/actor'
import type { LinkOutcome } from '../auth/link-dto'
import { makeLink } from '../auth/one-time-link'
import { unknownPassword } from '../auth/passwords'
import { authorize } from '../auth/permissions'
import { transact } from '../db/transact'
import { AppError } from '../errors'
import { handOverLink } from './hand-over-link'
import type { InviteUserInput } from './schema'
import { requirePasswords } from './sign-in-ways'

/**
 * Adds someone who chooses their own password by a link, and may sign in from then on. Throws FORBIDDEN, INVALID where no
 * passwords are taken, and CONFLICT when the e-mail is taken.
 */
export async function inviteUser(actor: Actor, { email, role }: InviteUserInput): Promise<LinkOutcome> {
  authorize(actor, 'users:manage')
  requirePasswords()
  const user = { id: randomUUID(), email, role, passwordHash: await unknownPassword(), invitedAt: new Date() }
  const link = await transact(actor, async ({ tx, audit }) => {
    const { count } = await tx.user.createMany({ data: [user], skipDuplicates: true })
    if (count === 0) throw new AppError('CONFLICT', `${email} is already a user.`)
    await audit([{ action: 'user.invite', subjectId: user.id, after: { email, role } }])
    return makeLink(tx, { purpose: 'invite', userId: user.id })
  })
  return handOverLink(actor, { purpose: 'invite', user, ...link })
}
