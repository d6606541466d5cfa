import 'server-only'
import { z } from 'zod'
import type { MaskPolicy } from '../mask/policy'
import { routes } from '../routes'
import { siteLink } from '../server/site-link'
import { NOTICE_EVENTS } from './schema'

/** Events that a message tells one by one; of the others it tells how many there are. */
export const LISTED = 25
const LONGEST_TITLE = 200
const MOST_INTEGRATIONS = 10

const toldEvent = z.object({
  event: z.enum(NOTICE_EVENTS),
  /** When it came about. */
  at: z.string(),
  /** Connections that had it then. */
  connections: z.number(),
  integrations: z.array(z.string()),
  cause: z
    .object({ id: z.string(), title: z.string(), kind: z.string(), since: z.string(), url: z.string() })
    .nullable(),
  /** The one that has gone quiet, with its habit and its silence in a sentence. */
  connection: z.object({ id: z.string(), evidence: z.string().nullable(), url: z.string() }).nullable(),
  /** Since when it is over, when that is so already: no connection has the cause, the connection is heard from. */
  resolvedAt: z.string().nullable(),
})
export type ToldEvent = z.output<typeof toldEvent>

/** The body of a webhook, and what an e-mail is made from. */
export const noticeBody = z.object({
  type: z.enum(['notice', 'test']),
  timestamp: z.string(),
  /** All of it in words. */
  text: z.string(),
  data: z.object({
    channel: z.string(),
    /** How many events there are; the first ones are listed. */
    total: z.number(),
    events: z.array(toldEvent),
    url: z.string(),
  }),
})
export type NoticeBody = z.output<typeof noticeBody>

export interface EventFacts {
  event: ToldEvent['event']
  at: Date
  connections: number
  integrations: readonly string[]
  cause: { id: string; title: string; kind: string; firstSeenAt: Date } | null
  connection: { id: string; evidence: string | null } | null
  overSince: Date | null
}

/** Of one line and bounded, and without what looks like a secret: it was masked when it was kept, and rules get better. */
function safe({ message }: MaskPolicy, text: string, longest: number): string {
  const line = message(text)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
  const characters = Array.from(line)
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : line
}

/** A message about these events, the first `LISTED` of which are told one by one. */
export function composeNotice(
  policy: MaskPolicy,
  type: NoticeBody['type'],
  { channel, events, total, now }: { channel: string; events: readonly EventFacts[]; total: number; now: Date },
): NoticeBody {
  const told = events.slice(0, LISTED).map((event) => toldOf(policy, event))
  const data = { channel: safe(policy, channel, 80), total, events: told, url: siteLink(routes.issues()) }
  return { type, timestamp: now.toISOString(), text: textOf(type, data), data }
}

function toldOf(
  policy: MaskPolicy,
  { event, at, connections, integrations, cause, connection, overSince }: EventFacts,
): ToldEvent {
  return {
    event,
    at: at.toISOString(),
    connections,
    integrations: integrations.slice(0, MOST_INTEGRATIONS).map((name) => safe(policy, name, 80)),
    cause: cause && {
      id: cause.id,
      title: safe(policy, cause.title, LONGEST_TITLE),
      kind: cause.kind,
      since: cause.firstSeenAt.toISOString(),
      url: siteLink(routes.issue(cause.id)),
    },
    connection: connection && { ...connection, url: siteLink(routes.connection(connection.id)) },
    resolvedAt: event === 'resolved' ? null : (overSince?.toISOString() ?? null),
  }
}

const WORDS: Record<ToldEvent['event'], string> = {
  new: 'New cause',
  reopened: 'Returned',
  above: 'Spreading',
  resolved: 'Resolved',
  quiet: 'Quiet',
}

/** The subject of an e-mail, and the first line of a text. */
export function headlineOf({ type, data }: Pick<NoticeBody, 'type' | 'data'>): string {
  const [first] = data.events
  if (type === 'test') return `Test of the channel ${data.channel}`
  if (data.total === 1 && first) return `${WORDS[first.event]}: ${titleOf(first)}`
  return `${data.total} changes`
}

/** What it is about: the cause, or a connection by its integration. Whose connection it is stays here. */
export function titleOf({ cause, integrations }: ToldEvent): string {
  return cause?.title ?? `a connection of ${integrations.join(', ')}`
}

/** Where it is looked at. */
export function linkOf({ cause, connection }: ToldEvent): string {
  return cause?.url ?? connection?.url ?? siteLink(routes.issues())
}

/** One event as a sentence, without its address. */
export function sentenceOf(told: ToldEvent): string {
  const over = told.resolvedAt ? `; over since ${minuteOf(told.resolvedAt)}` : ''
  return `${WORDS[told.event]}: ${titleOf(told)} (${detailsOf(told)}${over})`
}

function detailsOf({ event, connections, integrations, cause, connection, at }: ToldEvent): string {
  if (!cause) return `since ${minuteOf(at)}${connection?.evidence ? `; ${connection.evidence.replace(/\.$/, '')}` : ''}`
  const many = `${connections} ${connections === 1 ? 'connection' : 'connections'}`
  const of = integrations.length > 0 ? ` of ${integrations.join(', ')}` : ''
  const what = event === 'resolved' ? `no connection${of} has it any more` : `${many}${of}`
  return `${what}, ${minuteOf(at)}; first seen ${minuteOf(cause.since)}`
}

function minuteOf(iso: string): string {
  return `${iso.slice(0, 16).replace('T', ' ')} UTC`
}

function textOf(type: NoticeBody['type'], data: NoticeBody['data']): string {
  const lines = data.events.map((event) => `${sentenceOf(event)}\n${linkOf(event)}`)
  const more = data.total > data.events.length ? [`And ${data.total - data.events.length} more: ${data.url}`] : []
  const head = type === 'test' || data.total > 1 ? [headlineOf({ type, data })] : []
  return [...head, ...lines, ...more].join('\n')
}
