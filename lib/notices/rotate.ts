import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { transact } from '../db/transact'
import { AppError } from '../errors'
import { lockChannel } from './lock-channel'
import type { ChannelInput } from './schema'
import { noticeSeal } from './seal'
import { newSecret } from './sign'

const DAY = 24 * 60 * 60_000

/**
 * Makes a new secret for a webhook, which is told now and never again. The one before signs as well for a day, so that the receiver
 * can change over in between. Throws FORBIDDEN, NOT_FOUND, and INVALID for what signs nothing.
 */
export async function rotateSecret(actor: Actor, { channelId }: ChannelInput): Promise<{ secret: string }> {
  authorize(actor, 'notices:manage')
  const secret = newSecret()
  const sealedSecret = (await noticeSeal()).hide(secret)
  return transact(actor, async ({ tx, audit }) => {
    const { kind, sealedSecret: formerSecret } = await lockChannel(tx, channelId)
    if (kind !== 'webhook') throw new AppError('INVALID', 'Only a webhook has a secret.')
    const formerUntil = new Date(Date.now() + DAY)
    await tx.noticeChannel.update({ where: { id: channelId }, data: { sealedSecret, formerSecret, formerUntil } })
    await audit([{ action: 'notice.rotate', subjectId: channelId, after: { formerUntil: formerUntil.toISOString() } }])
    return { secret }
  })
}
