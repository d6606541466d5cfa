import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { transact } from '../db/transact'
import { AppError } from '../errors'
import { lockChannel } from './lock-channel'
import { type ChangeChannelInput, channelSettings } from './schema'
import { keptAddress, requireMail } from './where-to'

/**
 * Sets what a channel is called, where it leads and what it is told. Throws FORBIDDEN, NOT_FOUND, INVALID, and CONFLICT when somebody
 * has changed it since the person saw it.
 */
export async function changeChannel(actor: Actor, input: ChangeChannelInput): Promise<{ changed: boolean }> {
  authorize(actor, 'notices:manage')
  if (input.kind === 'email') requireMail()
  const address = input.kind === 'webhook' && input.address !== null ? await keptAddress(input.address) : {}
  return transact(actor, async ({ tx, audit }) => {
    const channel = await lockChannel(tx, input.channelId)
    if (channel.kind !== input.kind) throw new AppError('INVALID', 'The kind of a channel cannot be changed.')
    if (channel.version !== input.version)
      throw new AppError(
        'CONFLICT',
        'Somebody else has changed this channel in the meantime. Reload to see how it is now.',
      )
    const recipients = input.kind === 'email' ? input.recipients : []
    const after = await tx.noticeChannel.update({
      where: { id: channel.id },
      data: { name: input.name, settings: input.settings, recipients, version: { increment: 1 }, ...address },
    })
    const shown = (of: typeof channel) => ({
      name: of.name,
      settings: channelSettings.parse(of.settings),
      recipients: of.recipients,
      origin: of.origin,
    })
    const [before, now] = [shown(channel), shown(after)]
    // The rest of an address is not told, but that it is another one.
    const moved = channel.sealedAddress === after.sealedAddress ? {} : { address: 'changed' }
    const changed = JSON.stringify(before) !== JSON.stringify(now) || 'address' in moved
    const entry = { action: 'notice.change', subjectId: channel.id, before, after: { ...now, ...moved } } as const
    await audit(changed ? [entry] : [])
    return { changed }
  })
}
