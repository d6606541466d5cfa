import 'server-only'
import { database } from '../db/client'
import type { User } from '../db/generated/client'
import { transact } from '../db/transact'
import { AppError } from '../errors'
import { lockUser } from '../users/lock-user'
import type { ChoosePasswordInput, LinkInput } from '../users/schema'
import { provenActor } from './actor'
import type { OpenedLink } from './link-dto'
import { mailInBackground, passwordChangedMail } from './link-mail'
import { endLinks, findOpenLink, noteRefusedLink } from './one-time-link'
import { hashChosenPassword } from './passwords'
import { isRole, type Role } from './permissions'
import { endSessions } from './session-rows'
import { isOpenOffer } from './set-up'
import { forgive } from './throttle'

/** What a token opens, or null. Looking uses nothing up; a token whose time is over is noted in the trail. */
export async function lookAtLink({ token }: LinkInput): Promise<OpenedLink | null> {
  if (await isOpenOffer(token)) return { purpose: 'set-up' }
  const opened = await openFor(token)
  if (opened) return { purpose: opened.purpose, email: opened.user.email, role: opened.user.role }
  await noteRefusedLink(token)
  return null
}

/**
 * Gives the person whom the link is for the password that they chose, which ends every link and every session they have. Throws NOT_FOUND
 * for a token that was used, has expired, never was, or is of someone who is disabled: all alike.
 */
export async function choosePassword({ token, password }: ChoosePasswordInput): Promise<void> {
  // Asked before the costly hash too, which a stranger without a link shall not be able to make us compute.
  const opened = await openFor(token)
  if (!opened) {
    await noteRefusedLink(token)
    throw usedUp()
  }
  const { user, purpose } = opened
  const passwordHash = await hashChosenPassword(password, user.email)
  await transact(provenActor(user), async ({ tx, audit }) => {
    const { disabledAt } = await lockUser(tx, user.id)
    if (disabledAt || !(await findOpenLink(tx, token))) throw usedUp()
    await tx.user.update({ where: { id: user.id }, data: { passwordHash, invitedAt: null } })
    await endSessions(tx, user.id)
    await endLinks(tx, { userId: user.id }, 'used')
    await audit([{ action: 'user.use-link', subjectId: user.id, after: { purpose } }])
  })
  await forgive({ account: user.email, askedFor: user.email })
  if (purpose === 'reset') mailInBackground(user.email, passwordChangedMail())
}

type Opened = { purpose: 'invite' | 'reset'; user: User & { role: Role } }

async function openFor(token: string): Promise<Opened | null> {
  const link = await findOpenLink(database(), token)
  if (!link?.userId || (link.purpose !== 'invite' && link.purpose !== 'reset')) return null
  const user = await database().user.findUnique({ where: { id: link.userId } })
  if (!user || user.disabledAt || !isRole(user.role)) return null
  return { purpose: link.purpose, user: { ...user, role: user.role } }
}

function usedUp(): AppError {
  return new AppError(
    'NOT_FOUND',
    'This link was used or has expired, so nothing was changed now. If you have just chosen a password, sign in with it.',
  )
}
