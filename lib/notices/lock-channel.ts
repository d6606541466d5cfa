import 'server-only'
import type { NoticeChannel, Prisma } from '../db/generated/client'
import { AppError } from '../errors'

/** The channel as it is now, locked until the transaction ends; with `removed` also one that was deleted. Throws NOT_FOUND. */
export async function lockChannel(
  tx: Prisma.TransactionClient,
  channelId: string,
  { removed = false }: { removed?: boolean } = {},
): Promise<NoticeChannel> {
  await tx.$queryRaw`select 1 from mastra_admin.notice_channel where id = ${channelId}::uuid for update`
  const channel = await tx.noticeChannel.findUnique({ where: { id: channelId } })
  if (!channel || (channel.removedAt && !removed))
    throw new AppError('NOT_FOUND', 'This channel no longer exists, so nothing was changed.')
  return channel
}
