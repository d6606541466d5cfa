import 'server-only'
import { database } from '../db/client'
import type { NoticeChannel, Prisma } from '../db/generated/client'
import { inTransaction } from '../db/in-transaction'
import { outsideMaskPolicy } from '../mask/mask-policy'
import { composeNotice } from './message'
import { isQuiet } from './quiet-hours'
import { channelSettings } from './schema'
import { waitingEvents } from './waiting-events'

const MINUTE = 60_000
/** Milliseconds for which the first news waits for more: what breaks together is seen within one look, or a few. */
const TOGETHER = 10_000

/**
 * Makes one message of all that a channel has to be told, for each whose time has come: not paused, not in its quiet hours, its
 * interval over and nothing of it under way. What waits meanwhile is told together afterwards. Any number of processes may do so at once.
 * The key (channel_id, message_id) finds what waits.
 */
export async function gatherNotices(now: Date): Promise<void> {
  const waiting = await database().$queryRaw<{ id: string }[]>`
    select c.id from mastra_admin.notice_channel c
    where c.removed_at is null and c.paused_by is null and c.off_reason is null and exists (
      select from mastra_admin.notice_event e where e.channel_id = c.id and e.message_id is null)`
  for (const { id } of waiting) await inTransaction(database(), (tx) => gatherFor(tx, id, now))
}

async function gatherFor(tx: Prisma.TransactionClient, channelId: string, now: Date): Promise<void> {
  const [held] = await tx.$queryRaw<unknown[]>`
    select 1 from mastra_admin.notice_channel
    where id = ${channelId}::uuid and removed_at is null and paused_by is null and off_reason is null for update skip locked`
  if (!held) return
  const channel = await tx.noticeChannel.findUniqueOrThrow({ where: { id: channelId } })
  if (!(await isTime(tx, channel, now))) return
  await passOverMuted(tx, channelId, now)
  const waiting = { channelId, messageId: null }
  const total = await tx.noticeEvent.count({ where: waiting })
  if (total === 0) return
  const events = await waitingEvents(tx, channelId)
  const body = JSON.stringify(
    composeNotice(await outsideMaskPolicy(), 'notice', { channel: channel.name, events, total, now }),
  )
  const { id: messageId } = await tx.noticeMessage.create({
    data: { channelId, kind: 'notice', body, createdAt: now, dueSince: now, nextAt: now },
  })
  await tx.noticeEvent.updateMany({ where: waiting, data: { messageId } })
  await tx.noticeChannel.update({ where: { id: channelId }, data: { lastMessageAt: now } })
}

async function isTime(tx: Prisma.TransactionClient, channel: NoticeChannel, now: Date): Promise<boolean> {
  const { quiet, interval } = channelSettings.parse(channel.settings)
  if (isQuiet(quiet, now)) return false
  if (channel.lastMessageAt && now.getTime() < channel.lastMessageAt.getTime() + interval * MINUTE) return false
  const of = { channelId: channel.id }
  if (await tx.noticeMessage.findFirst({ where: { ...of, kind: 'notice', state: 'due' } })) return false
  const before = new Date(now.getTime() - TOGETHER)
  return (await tx.noticeEvent.findFirst({ where: { ...of, messageId: null, at: { lte: before } } })) !== null
}

/** Somebody has seen it meanwhile, and does not want to hear of it. */
async function passOverMuted(tx: Prisma.TransactionClient, channelId: string, now: Date): Promise<void> {
  await tx.$executeRaw`
    delete from mastra_admin.notice_event e using mastra_admin.issue_cause c
    where c.id = e.cause_id and e.channel_id = ${channelId}::uuid and e.message_id is null
      and (c.muted_until_change or c.muted_until > ${now}::timestamptz)`
}
