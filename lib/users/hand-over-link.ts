import 'server-only'
import type { Actor } from '../auth/actor'
import type { LinkOutcome } from '../auth/link-dto'
import { linkMail, mailTo } from '../auth/link-mail'
import { transact } from '../db/transact'
import { canMail } from '../notices/send-mail'
import { routes } from '../routes'

interface MadeLink {
  purpose: 'invite' | 'reset'
  user: { id: string; email: string }
  token: string
  expiresAt: Date
}

/**
 * Brings a link to its person by e-mail where that is possible, and says so in the trail; else the administrator gets it, to bring it
 * to them. Who has been sent one has it alone.
 */
export async function handOverLink(actor: Actor, { purpose, user, token, expiresAt }: MadeLink): Promise<LinkOutcome> {
  const made = { userId: user.id, email: user.email, purpose, until: expiresAt.toISOString() }
  const path = routes.newPassword(token)
  if (!canMail()) return { ...made, path, notSent: null }
  const { accepted, sentence } = await mailTo(user.email, linkMail(purpose, { token, expiresAt, by: actor.email }))
  const after = { purpose, accepted, outcome: sentence }
  await transact(actor, ({ audit }) => audit([{ action: 'user.send-link', subjectId: user.id, after }]))
  return accepted ? { ...made, path: null, notSent: null } : { ...made, path, notSent: sentence }
}
