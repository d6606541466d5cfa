import 'server-only'
import type { Actor } from '../auth/actor'
import type { LinkOutcome } from '../auth/link-dto'
import { endLinks, makeLink } from '../auth/one-time-link'
import { authorize } from '../auth/permissions'
import { transact } from '../db/transact'
import { AppError } from '../errors'
import { handOverLink } from './hand-over-link'
import { lockUser } from './lock-user'
import type { UserInput } from './schema'
import { requirePasswords } from './sign-in-ways'

/**
 * A new link with which someone chooses a password: another invitation for who has not come yet, else one in place of a password that was
 * forgotten. It ends those that were made before. Throws FORBIDDEN, INVALID where no passwords are taken,
 * NOT_FOUND, and CONFLICT for someone who is disabled.
 */
export async function makePasswordLink(actor: Actor, { userId }: UserInput): Promise<LinkOutcome> {
  authorize(actor, 'users:manage')
  requirePasswords()
  const made = await transact(actor, async ({ tx, audit }) => {
    const user = await lockUser(tx, userId)
    if (user.disabledAt)
      throw new AppError('CONFLICT', `${user.email} is disabled, so no link was made. Enable them first.`)
    const purpose = user.invitedAt ? ('invite' as const) : ('reset' as const)
    await endLinks(tx, { userId }, 'replaced')
    await audit([{ action: 'user.make-link', subjectId: userId, after: { purpose } }])
    return { purpose, user, ...(await makeLink(tx, { purpose, userId })) }
  })
  return handOverLink(actor, made)
}
