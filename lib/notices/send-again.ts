import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { transact } from '../db/transact'
import { AppError } from '../errors'
import { wake } from '../server/wake'
import { databaseNow } from './deliver'
import { lockChannel } from './lock-channel'
import type { MessageInput } from './schema'

/**
 * Sends a message once more, or at once where it waits for its next try, under the id it has: a receiver that had it can tell. Throws
 * FORBIDDEN, NOT_FOUND, INVALID for a test, and CONFLICT while its channel is paused or switched off.
 */
export async function sendAgain(actor: Actor, { messageId }: MessageInput): Promise<void> {
  authorize(actor, 'notices:manage')
  const now = await databaseNow()
  await transact(actor, async ({ tx, audit }) => {
    const message = await tx.noticeMessage.findUnique({ where: { id: messageId } })
    if (!message) throw new AppError('NOT_FOUND', 'This message is no longer kept, so nothing was sent.')
    if (message.kind !== 'notice') throw new AppError('INVALID', 'A test is not sent again. Send another one.')
    const { pausedBy, offReason } = await lockChannel(tx, message.channelId)
    if (pausedBy !== null || offReason !== null)
      throw new AppError('CONFLICT', 'The channel sends nothing at the moment. Resume it first.')
    // What is being tried at this moment is left to who tries it.
    const { count } = await tx.noticeMessage.updateMany({
      where: { id: messageId, OR: [{ state: { not: 'due' } }, { lastOutcome: { not: null } }] },
      data: { state: 'due', dueSince: now, nextAt: now, lastOutcome: null, lastStatus: null, lastMillis: null },
    })
    const entry = { action: 'notice.send-again', subjectId: message.channelId, after: { message: messageId } } as const
    await audit(count > 0 ? [entry] : [])
  })
  wake('notices')
}
