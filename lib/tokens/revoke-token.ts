import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { transact } from '../db/transact'
import { AppError } from '../errors'
import type { TokenInput } from './schema'

/**
 * Ends a token, from its next use on; there is no way back. One that was revoked already is no change. Throws NOT_FOUND, and FORBIDDEN for
 * another person's, unless the actor manages users.
 */
export async function revokeToken(actor: Actor, { tokenId }: TokenInput): Promise<{ changed: boolean }> {
  authorize(actor, 'tokens:manage')
  return transact(actor, async ({ tx, audit }) => {
    const token = await tx.apiToken.findUnique({ where: { id: tokenId } })
    if (token && token.userId !== actor.id) authorize(actor, 'users:manage')
    if (!token) throw new AppError('NOT_FOUND', 'This token does not exist, so nothing was changed.')
    const { count } = await tx.apiToken.updateMany({
      where: { id: tokenId, revokedAt: null },
      data: { revokedAt: new Date() },
    })
    const before = { name: token.name, hint: token.hint }
    await audit(count ? [{ action: 'token.revoke', subjectId: tokenId, before }] : [])
    return { changed: count > 0 }
  })
}
