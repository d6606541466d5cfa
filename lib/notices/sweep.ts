import 'server-only'
import { database } from '../db/client'

const DAY = 24 * 60 * 60_000
/** Days for which messages, news that nobody could be told, and deleted channels are kept. */
export const KEPT_DAYS = 30

/** Lets go of old messages, which is what the list of deliveries is made of, and of channels that were deleted long ago. */
export async function sweepNotices(now = new Date()): Promise<void> {
  const before = { lt: new Date(now.getTime() - KEPT_DAYS * DAY) }
  await database().noticeMessage.deleteMany({ where: { createdAt: before } })
  await database().noticeEvent.deleteMany({ where: { messageId: null, at: before } })
  await database().noticeChannel.deleteMany({ where: { removedAt: before } })
}
