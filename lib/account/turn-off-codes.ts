import 'server-only'
import type { Actor } from '../auth/actor'
import { forgetCodes } from '../auth/codes'
import { authorize } from '../auth/permissions'
import { transact } from '../db/transact'

/** Asks the actor for no more codes; whose role must have them is led to set them up anew. None to turn off is no change. */
export async function turnOffCodes(actor: Actor): Promise<{ changed: boolean }> {
  authorize(actor, 'account:manage')
  return transact(actor, async ({ tx, audit }) => {
    const changed = await forgetCodes(tx, actor.id)
    await audit(changed ? [{ action: 'codes.turn-off', subjectId: actor.id }] : [])
    return { changed }
  })
}
