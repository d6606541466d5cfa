import 'server-only'
import { z } from 'zod'
import { env } from '../env'
import { maskMessage } from '../mask/mask-message'
import { routes } from '../routes'
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
  cause: z.object({ id: z.string(), title: z.string(), kind: z.string(), since: z.string(), url: z.string() }),
  /** Since when no connection has it any more, when that is so already. */
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
  cause: { id: string; title: string; kind: string; firstSeenAt: Date; resolvedAt: Date | null }
}

/** Of one line and bounded, and without what looks like a secret: it was masked when it was kept, and rules get better. */
function safe(text: string, longest: number): string {
  const line = maskMessage(text)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
  const characters = Array.from(line)
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : line
}

function origin(): string {
  return env().NEXTAUTH_URL ?? `http://localhost:${env().PORT ?? 3000}`
}

/** A message about these events, the first `LISTED` of which are told one by one. */
export function composeNotice(
  type: NoticeBody['type'],
  { channel, events, total, now }: { channel: string; events: readonly EventFacts[]; total: number; now: Date },
): NoticeBody {
  const told = events.slice(0, LISTED).map(toldOf)
  const data = { channel: safe(channel, 80), total, events: told, url: new URL(routes.issues(), origin()).href }
  return { type, timestamp: now.toISOString(), text: textOf(type, data), data }
}

function toldOf({ event, at, connections, integrations, cause }: EventFacts): ToldEvent {
  return {
    event,
    at: at.toISOString(),
    connections,
    integrations: integrations.slice(0, MOST_INTEGRATIONS).map((name) => safe(name, 80)),
    cause: {
      id: cause.id,
      title: safe(cause.title, LONGEST_TITLE),
      kind: cause.kind,
      since: cause.firstSeenAt.toISOString(),
      url: new URL(routes.issue(cause.id), origin()).href,
    },
    resolvedAt: event === 'resolved' ? null : (cause.resolvedAt?.toISOString() ?? null),
  }
}

const WORDS: Record<ToldEvent['event'], string> = {
  new: 'New cause',
  reopened: 'Returned',
  above: 'Spreading',
  resolved: 'Resolved',
}

/** The subject of an e-mail, and the first line of a text. */
export function headlineOf({ type, data }: Pick<NoticeBody, 'type' | 'data'>): string {
  const [first] = data.events
  if (type === 'test') return `Test of the channel ${data.channel}`
  if (data.total === 1 && first) return `${WORDS[first.event]}: ${first.cause.title}`
  return `${data.total} changes of causes`
}

/** One event as a sentence, without its address. */
export function sentenceOf({ event, connections, integrations, cause, at, resolvedAt }: ToldEvent): string {
  const many = `${connections} ${connections === 1 ? 'connection' : 'connections'}`
  const of = integrations.length > 0 ? ` of ${integrations.join(', ')}` : ''
  const since = `first seen ${minuteOf(cause.since)}`
  const what = event === 'resolved' ? `no connection${of} has it any more` : `${many}${of}`
  const over = resolvedAt ? `; resolved since ${minuteOf(resolvedAt)}` : ''
  return `${WORDS[event]}: ${cause.title} (${what}, ${minuteOf(at)}; ${since}${over})`
}

function minuteOf(iso: string): string {
  return `${iso.slice(0, 16).replace('T', ' ')} UTC`
}

function textOf(type: NoticeBody['type'], data: NoticeBody['data']): string {
  const lines = data.events.map((event) => `${sentenceOf(event)}\n${event.cause.url}`)
  const more = data.total > data.events.length ? [`And ${data.total - data.events.length} more: ${data.url}`] : []
  const head = type === 'test' || data.total > 1 ? [headlineOf({ type, data })] : []
  return [...head, ...lines, ...more].join('\n')
}
