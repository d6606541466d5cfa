import 'server-only'
import type { Actor } from '../auth/actor'
import { forgetCodes } from '../auth/codes'
import { authorize } from '../auth/permissions'
import { endSessions } from '../auth/session-rows'
import { transact } from '../db/transact'
import { lockUser } from './lock-user'
import type { UserInput } from './schema'

/**
 * For who has lost app and recovery codes: asks them for no more, and ends every session they have. None to reset is no change.
 * Throws FORBIDDEN and NOT_FOUND.
 */
export async function resetCodes(actor: Actor, { userId }: UserInput): Promise<{ changed: boolean }> {
  authorize(actor, 'users:manage')
  return transact(actor, async ({ tx, audit }) => {
    await lockUser(tx, userId)
    const changed = await forgetCodes(tx, userId)
    if (changed) await endSessions(tx, userId)
    await audit(changed ? [{ action: 'codes.reset', subjectId: userId }] : [])
    return { changed }
  })
}
