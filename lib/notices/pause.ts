import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { transact } from '../db/transact'
import { wake } from '../server/wake'
import { lockChannel } from './lock-channel'
import type { ChannelInput } from './schema'

/** Sends nothing to a channel any more; what happens meanwhile is gathered. One that is paused stays so. Throws FORBIDDEN, NOT_FOUND. */
export async function pauseChannel(actor: Actor, { channelId }: ChannelInput): Promise<{ changed: boolean }> {
  authorize(actor, 'notices:manage')
  return transact(actor, async ({ tx, audit }) => {
    const { pausedBy } = await lockChannel(tx, channelId)
    if (pausedBy === null) await tx.noticeChannel.update({ where: { id: channelId }, data: { pausedBy: actor.email } })
    await audit(pausedBy === null ? [{ action: 'notice.pause', subjectId: channelId }] : [])
    return { changed: pausedBy === null }
  })
}

/** Goes on with a channel that was paused, or was switched off by itself, and tells what it has missed. Throws FORBIDDEN, NOT_FOUND. */
export async function resumeChannel(actor: Actor, { channelId }: ChannelInput): Promise<{ changed: boolean }> {
  authorize(actor, 'notices:manage')
  const outcome = await transact(actor, async ({ tx, audit }) => {
    const { pausedBy, offReason } = await lockChannel(tx, channelId)
    const changed = pausedBy !== null || offReason !== null
    await tx.noticeChannel.update({ where: { id: channelId }, data: { pausedBy: null, offReason: null } })
    await audit(changed ? [{ action: 'notice.resume', subjectId: channelId, before: { pausedBy, offReason } }] : [])
    return { changed }
  })
  wake('notices')
  return outcome
}
