import 'server-only'
import { database } from '../db/client'
import { transact } from '../db/transact'
import { AppError } from '../errors'
import { describeError, log } from '../log'
import type { TryOutcome } from '../notices/outcome'
import { canMail } from '../notices/send-mail'
import type { AskResetInput } from '../users/schema'
import { strangerActor } from './actor'
import { linkMail, mailTo } from './link-mail'
import { makeLink } from './one-time-link'
import { isRole } from './permissions'
import { takesPasswords } from './provider'
import { admit } from './throttle'

/** Links that a person is sent in an hour at most, however often someone asks. */
const MOST_AN_HOUR = 5
/** Milliseconds before each further try to hand the e-mail to the mail server. */
const PAUSES = [5_000, 60_000]

/**
 * Someone says that they forgot the password of this account. Whether there is one is looked at only in `later`, when the answer has gone out, so
 * that neither its words nor its time tell. Throws LIMIT while the account or address has to wait, and INVALID where no e-mail can be sent.
 */
export async function askReset(
  { email }: AskResetInput,
  { address, later }: { address: string; later: (work: () => Promise<void>) => void },
): Promise<void> {
  if (!takesPasswords()) throw new AppError('INVALID', 'Nobody signs in with a password here.')
  if (!canMail()) throw new AppError('INVALID', 'No e-mail can be sent from here. Ask an administrator for a link.')
  await admit({ askedFrom: address, askedFor: email })
  later(() => sendReset(email, address))
}

/** Sends a link when the account exists and may sign in. Never throws. Someone who never joined needs a new invitation instead. */
async function sendReset(email: string, address: string): Promise<void> {
  try {
    const user = await database().user.findUnique({ where: { email } })
    if (!user || user.disabledAt || !isRole(user.role)) return
    const link = await transact(strangerActor(), async ({ tx, audit }) => {
      const hourAgo = new Date(Date.now() - 60 * 60_000)
      const lately = { userId: user.id, purpose: 'reset', createdAt: { gt: hourAgo } }
      const isSent = !user.invitedAt && (await tx.oneTimeLink.count({ where: lately })) < MOST_AN_HOUR
      await audit([{ action: 'user.ask-reset', subjectId: user.id, after: { address, isSent } }])
      return isSent ? await makeLink(tx, { purpose: 'reset', userId: user.id }) : null
    })
    if (!link) return
    const { accepted, sentence } = await persist(() => mailTo(email, linkMail('reset', { ...link, by: null })))
    const after = { purpose: 'reset', accepted, outcome: sentence }
    await transact(strangerActor(), ({ audit }) => audit([{ action: 'user.send-link', subjectId: user.id, after }]))
  } catch (error) {
    log.error({ error: describeError(error) }, 'a link for a new password could not be sent')
  }
}

/** Tries until the mail server takes it, a few times. */
async function persist(send: () => Promise<TryOutcome>): Promise<TryOutcome> {
  let outcome = await send()
  for (const pause of PAUSES) {
    if (outcome.accepted) return outcome
    await new Promise((resolve) => setTimeout(resolve, pause).unref())
    outcome = await send()
  }
  return outcome
}
