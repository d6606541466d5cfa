import 'server-only'
import type { Actor } from '../auth/actor'
import { hasCodes, renewRecoveryCodes } from '../auth/codes'
import { authorize } from '../auth/permissions'
import { transact } from '../db/transact'
import { AppError } from '../errors'

/** Ten new recovery codes for the actor; those before are worth nothing from then on. Throws CONFLICT for who has no codes at all. */
export async function renewRecovery(actor: Actor): Promise<{ recovery: string[] }> {
  authorize(actor, 'account:manage')
  return transact(actor, async ({ tx, audit }) => {
    if (!(await hasCodes(tx, actor.id)))
      throw new AppError('CONFLICT', 'One-time codes are off, so nothing was changed. Reload to see it.')
    await audit([{ action: 'codes.renew-recovery', subjectId: actor.id }])
    return { recovery: await renewRecoveryCodes(tx, actor.id) }
  })
}
