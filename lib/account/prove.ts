import 'server-only'
import type { Actor } from '../auth/actor'
import { CODE_NEEDED, WRONG_CODE } from '../auth/code-words'
import { hasCodes, spendCode } from '../auth/codes'
import { verifyPassword } from '../auth/passwords'
import { authorize } from '../auth/permissions'
import { admit, forgive } from '../auth/throttle'
import { database } from '../db/client'
import { transact } from '../db/transact'
import { AppError } from '../errors'
import type { ProveInput } from './schema'

/**
 * Notes in the actor's session that they have just proven that it is them: by their password, and a one-time code where they have
 * them. Throws INVALID for a wrong one, with `CODE_NEEDED` where only the code is missing, and LIMIT after too many.
 */
export async function prove(actor: Actor, { password, code }: ProveInput): Promise<void> {
  authorize(actor, 'account:manage')
  await admit({ person: actor.id })
  const user = await database().user.findUnique({ where: { id: actor.id } })
  if (!user || !(await verifyPassword(user.passwordHash, password)))
    throw new AppError('INVALID', 'The password is not right.')
  const asksCode = await hasCodes(database(), actor.id)
  if (asksCode && !code) throw new AppError('INVALID', CODE_NEEDED)
  if (asksCode && !(await spendCode(actor.id, code))) throw new AppError('INVALID', WRONG_CODE)
  await transact(actor, async ({ tx, audit }) => {
    // Of the epoch at which the password was looked at: one that was replaced meanwhile proves nothing.
    const { count } = await tx.session.updateMany({
      where: { id: actor.session?.id ?? user.id, epoch: user.sessionEpoch },
      data: { provenAt: new Date() },
    })
    await audit(count > 0 ? [{ action: 'session.prove', subjectId: actor.id }] : [])
  })
  await forgive({ person: actor.id })
}
