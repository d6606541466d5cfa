import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { newToken, tokenHash, tokenHint } from '../auth/token-text'
import { transact } from '../db/transact'
import { AppError } from '../errors'
import { lockUser } from '../users/lock-user'
import type { MadeToken } from './dto'
import type { MakeTokenInput } from './schema'

/** Tokens that one person has at the same time. */
const MOST = 20
const DAY = 24 * 60 * 60_000

/**
 * A token with which scripts read as the actor, within `scopes`, for so many days. It is in this answer and nowhere else. Throws FORBIDDEN
 * for what the actor may not do themselves, and LIMIT.
 */
export async function makeToken(actor: Actor, { name, scopes, days }: MakeTokenInput): Promise<MadeToken> {
  authorize(actor, 'tokens:manage')
  for (const scope of scopes) authorize(actor, scope)
  const token = newToken()
  const expiresAt = new Date(Date.now() + days * DAY)
  await transact(actor, async ({ tx, audit }) => {
    await lockUser(tx, actor.id)
    const living = { userId: actor.id, revokedAt: null, expiresAt: { gt: new Date() } }
    if ((await tx.apiToken.count({ where: living })) >= MOST)
      throw new AppError('LIMIT', `You have ${MOST} tokens, so none was made. Revoke one that is no longer used.`)
    const hint = tokenHint(token)
    const { id } = await tx.apiToken.create({
      data: { userId: actor.id, name, hint, tokenHash: tokenHash(token), scopes, expiresAt },
    })
    const after = { name, hint, scopes, expiresAt: expiresAt.toISOString() }
    await audit([{ action: 'token.make', subjectId: id, after }])
  })
  return { token, name }
}
