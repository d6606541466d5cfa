import 'server-only'
import { z } from 'zod'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { database } from '../db/client'
import type { NoticeChannel, NoticeMessage } from '../db/generated/client'
import { outsideMaskPolicy } from '../mask/mask-policy'
import type { ChannelDetail, ChannelRow, ChannelState, DeliveryRow } from './dto'
import { mailOf } from './mail'
import { headlineOf, noticeBody } from './message'
import { isQuiet } from './quiet-hours'
import { sampleNotice } from './sample'
import { CHANNEL_KINDS, channelSettings, isChannelId } from './schema'
import { canMail } from './send-mail'

export const DELIVERIES_SHOWN = 50

/** Never what is sealed: who lists channels has no need of it. */
const OPEN = { sealedAddress: true, sealedSecret: true, formerSecret: true } as const

/** The channels by name, each with its last message, found by the key (channel_id, id). Throws FORBIDDEN. */
export async function listChannels(actor: Actor): Promise<ChannelRow[]> {
  authorize(actor, 'notices:manage')
  const channels = await database().noticeChannel.findMany({
    where: { removedAt: null },
    omit: OPEN,
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    include: WITH,
  })
  const now = new Date()
  return channels.map((channel) => rowOf(channel, now))
}

const WITH = {
  messages: { orderBy: { id: 'desc' }, take: 5 },
  _count: { select: { events: { where: { messageId: null } } } },
} as const

/** One channel with its newest messages and an example of one; null when there is none of that id. Throws FORBIDDEN. */
export async function getChannel(actor: Actor, id: string): Promise<ChannelDetail | null> {
  authorize(actor, 'notices:manage')
  if (!isChannelId(id)) return null
  const channel = await database().noticeChannel.findFirst({
    where: { id, removedAt: null },
    omit: OPEN,
    include: { ...WITH, messages: { orderBy: { id: 'desc' }, take: DELIVERIES_SHOWN } },
  })
  if (!channel) return null
  const now = new Date()
  const sample = sampleNotice(await outsideMaskPolicy(), 'notice', channel.name, now)
  return {
    ...rowOf(channel, now),
    formerUntil: channel.formerUntil && channel.formerUntil > now ? channel.formerUntil.toISOString() : null,
    deliveries: channel.messages.map(deliveryOf),
    preview: { subject: mailOf(sample).subject, text: mailOf(sample).text, json: JSON.stringify(sample, null, 2) },
  }
}

type Listed = Omit<NoticeChannel, keyof typeof OPEN> & { messages: NoticeMessage[]; _count: { events: number } }

function rowOf(channel: Listed, now: Date): ChannelRow {
  const { id, name, origin, recipients, version, pausedBy, offReason } = channel
  const [last] = channel.messages
  return {
    ...{ id, name, origin, recipients, version, pausedBy, offReason },
    kind: z.enum(CHANNEL_KINDS).parse(channel.kind),
    settings: channelSettings.parse(channel.settings),
    state: stateOf(channel, now),
    waiting: channel._count.events,
    last: last ? deliveryOf(last) : null,
  }
}

function stateOf({ offReason, pausedBy, messages, settings }: Listed, now: Date): ChannelState {
  if (offReason) return 'off'
  if (pausedBy) return 'paused'
  const last = messages.find(({ kind }) => kind === 'notice')
  if (last?.state === 'due' && last.tries > 1) return 'failing'
  return isQuiet(channelSettings.parse(settings).quiet, now) ? 'quiet' : 'active'
}

function deliveryOf(message: NoticeMessage): DeliveryRow {
  const body = noticeBody.parse(JSON.parse(message.body))
  const waits = message.state === 'due' && message.kind === 'notice' && message.lastOutcome !== null
  return {
    id: message.id,
    kind: z.enum(['notice', 'test']).parse(message.kind),
    state: z.enum(['due', 'delivered', 'failed']).parse(message.state),
    headline: headlineOf(body),
    total: body.data.total,
    createdAt: message.createdAt.toISOString(),
    tries: message.tries,
    lastTryAt: message.lastTryAt?.toISOString() ?? null,
    nextAt: waits ? message.nextAt.toISOString() : null,
    outcome: message.lastOutcome,
  }
}

/** Integrations that causes were seen of, for choosing from. Reads the causes whole, of which there are hundreds. Throws FORBIDDEN. */
export async function knownIntegrations(actor: Actor): Promise<string[]> {
  authorize(actor, 'notices:manage')
  const rows = await database().$queryRaw<{ name: string }[]>`
    select distinct name from mastra_admin.issue_cause, unnest(integrations) as name order by name limit 50`
  return rows.map(({ name }) => name)
}

/** Whether e-mail can be sent. Throws FORBIDDEN. */
export function mailIsSetUp(actor: Actor): boolean {
  authorize(actor, 'notices:manage')
  return canMail()
}
