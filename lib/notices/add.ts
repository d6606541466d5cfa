import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { transact } from '../db/transact'
import { AppError } from '../errors'
import { type AddChannelInput, MOST_CHANNELS } from './schema'
import { noticeSeal } from './seal'
import { newSecret } from './sign'
import { keptAddress, requireMail } from './where-to'

/**
 * Adds a channel. A webhook is given a secret, which is told now and never again. Throws FORBIDDEN, INVALID for an address that may not be
 * called, and LIMIT.
 */
export async function addChannel(
  actor: Actor,
  input: AddChannelInput,
): Promise<{ channelId: string; secret: string | null }> {
  authorize(actor, 'notices:manage')
  if (input.kind === 'email') requireMail()
  const secret = input.kind === 'webhook' ? newSecret() : null
  const webhook =
    input.kind === 'webhook' && secret
      ? { ...(await keptAddress(input.address)), sealedSecret: (await noticeSeal()).hide(secret) }
      : {}
  const recipients = input.kind === 'email' ? input.recipients : []
  return transact(actor, async ({ tx, audit }) => {
    if ((await tx.noticeChannel.count({ where: { removedAt: null } })) >= MOST_CHANNELS)
      throw new AppError('LIMIT', `There are ${MOST_CHANNELS} channels, which is as many as there can be.`)
    const { kind, name, settings } = input
    const channel = await tx.noticeChannel.create({ data: { kind, name, settings, recipients, ...webhook } })
    const after = { kind, name, settings, recipients, origin: channel.origin }
    await audit([{ action: 'notice.add', subjectId: channel.id, after }])
    return { channelId: channel.id, secret }
  })
}
