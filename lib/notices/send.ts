import 'server-only'
import type { NoticeChannel, NoticeMessage } from '../db/generated/client'
import { env } from '../env'
import { mailOf } from './mail'
import { noticeBody } from './message'
import type { TryOutcome } from './outcome'
import { post } from './post'
import { noticeSeal } from './seal'
import { sendMail } from './send-mail'
import { signatureHeaders } from './sign'

const UNREADABLE: TryOutcome = {
  accepted: false,
  status: null,
  millis: 0,
  sentence:
    'Its address and secret cannot be read, since the session key was changed. Enter the address again and make a new secret.',
}

/** Sends a message once, by whatever kind of channel it is for; never throws but for an outage of the database. */
export async function sendOnce(channel: NoticeChannel, message: NoticeMessage, now: Date): Promise<TryOutcome> {
  if (channel.kind === 'email')
    return sendMail(mailOf(noticeBody.parse(JSON.parse(message.body))), {
      id: message.id,
      recipients: channel.recipients,
    })
  const seal = await noticeSeal()
  const address = seal.reveal(channel.sealedAddress ?? '')
  const secret = seal.reveal(channel.sealedSecret ?? '')
  if (!address || !secret) return UNREADABLE
  const former = channel.formerUntil && channel.formerUntil > now ? seal.reveal(channel.formerSecret ?? '') : null
  const id = `msg_${message.id}`
  const headers = signatureHeaders(former ? [secret, former] : [secret], { id, at: now, body: message.body })
  return post({ address, headers, body: message.body }, { allowPrivate: env().NOTICES_ALLOW_PRIVATE === '1' })
}
