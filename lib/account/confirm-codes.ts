import 'server-only'
import type { Actor } from '../auth/actor'
import { WRONG_CODE } from '../auth/code-words'
import { renewRecoveryCodes, stepOf } from '../auth/codes'
import { authorize } from '../auth/permissions'
import { admit, forgive } from '../auth/throttle'
import { transact } from '../db/transact'
import { AppError } from '../errors'
import type { ConfirmCodesInput } from './schema'

/**
 * Turns one-time codes on for the actor with a first code of the app, and gives their recovery codes, which are never shown again.
 * Throws INVALID for a wrong code, CONFLICT when there is nothing to confirm, and LIMIT after too many wrong ones.
 */
export async function confirmCodes(actor: Actor, { code }: ConfirmCodesInput): Promise<{ recovery: string[] }> {
  authorize(actor, 'account:manage')
  await admit({ person: actor.id })
  const recovery = await transact(actor, async ({ tx, audit }) => {
    const pending = await tx.authenticator.findUnique({ where: { userId: actor.id } })
    if (!pending || pending.confirmedAt)
      throw new AppError('CONFLICT', 'There is nothing left to confirm, so nothing was changed. Reload to see it.')
    const lastStep = await stepOf(pending.sealedSecret, code)
    if (lastStep === null) throw new AppError('INVALID', WRONG_CODE)
    const { sealedSecret } = pending
    const { count } = await tx.authenticator.updateMany({
      where: { userId: actor.id, confirmedAt: null, sealedSecret },
      data: { confirmedAt: new Date(), lastStep },
    })
    if (count === 0) throw new AppError('CONFLICT', 'This was set up elsewhere in the meantime. Reload to see it.')
    await audit([{ action: 'codes.turn-on', subjectId: actor.id }])
    return renewRecoveryCodes(tx, actor.id)
  })
  await forgive({ person: actor.id })
  return { recovery }
}
