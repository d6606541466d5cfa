import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { database } from '../db/client'
import { transact } from '../db/transact'
import { outsideMaskPolicy } from '../mask/mask-policy'
import { databaseNow, toldOf } from './deliver'
import type { TestOutcome } from './dto'
import { lockChannel } from './lock-channel'
import { sampleNotice } from './sample'
import type { ChannelInput } from './schema'
import { sendOnce } from './send'

/** Sends an example to a channel, once, also to one that is paused, and tells what came of it. Throws FORBIDDEN, NOT_FOUND. */
export async function sendTest(actor: Actor, { channelId }: ChannelInput): Promise<TestOutcome> {
  authorize(actor, 'notices:manage')
  const [policy, now] = await Promise.all([outsideMaskPolicy(), databaseNow()])
  const { channel, message } = await transact(actor, async ({ tx, audit }) => {
    const locked = await lockChannel(tx, channelId)
    const body = JSON.stringify(sampleNotice(policy, 'test', locked.name, now))
    const times = { createdAt: now, dueSince: now, nextAt: now, lastTryAt: now }
    const made = await tx.noticeMessage.create({ data: { channelId, kind: 'test', body, tries: 1, ...times } })
    await audit([{ action: 'notice.test', subjectId: channelId }])
    return { channel: locked, message: made }
  })
  const outcome = await sendOnce(channel, message, now)
  const state = outcome.accepted ? 'delivered' : 'failed'
  await database().noticeMessage.update({ where: { id: message.id }, data: { state, ...toldOf(outcome) } })
  return { accepted: outcome.accepted, sentence: outcome.sentence }
}
