import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { transact } from '../db/transact'
import { lockChannel } from './lock-channel'
import type { ChannelInput } from './schema'

/** Deletes a channel; for 30 days it can be put back. Throws FORBIDDEN, NOT_FOUND. */
export async function removeChannel(actor: Actor, { channelId }: ChannelInput): Promise<void> {
  authorize(actor, 'notices:manage')
  await transact(actor, async ({ tx, audit }) => {
    const { name, kind, origin } = await lockChannel(tx, channelId)
    await tx.noticeChannel.update({ where: { id: channelId }, data: { removedAt: new Date() } })
    await audit([{ action: 'notice.delete', subjectId: channelId, before: { name, kind, origin } }])
  })
}

/** Puts a deleted channel back as it was; one that was not deleted stays. Throws FORBIDDEN, NOT_FOUND. */
export async function putBackChannel(actor: Actor, { channelId }: ChannelInput): Promise<void> {
  authorize(actor, 'notices:manage')
  await transact(actor, async ({ tx, audit }) => {
    const { name, kind, origin, removedAt } = await lockChannel(tx, channelId, { removed: true })
    await tx.noticeChannel.update({ where: { id: channelId }, data: { removedAt: null } })
    const entry = { action: 'notice.put-back', subjectId: channelId, after: { name, kind, origin } } as const
    await audit(removedAt ? [entry] : [])
  })
}
