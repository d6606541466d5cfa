import type { Tone } from '@/components/ui/badge'
import type { ChannelRow, ChannelState, DeliveryRow } from '@/lib/notices/dto'
import { type ChannelSettings, type NoticeEventKind, type QuietHours, WEEK } from '@/lib/notices/schema'

export const KIND_WORDS = { webhook: 'Webhook', email: 'E-mail' } as const

export const STATE_WORDS: Record<ChannelState, { word: string; tone: Tone }> = {
  active: { word: 'Active', tone: 'success' },
  quiet: { word: 'Quiet hours', tone: 'neutral' },
  paused: { word: 'Paused', tone: 'neutral' },
  failing: { word: 'Not accepted, trying again', tone: 'warning' },
  off: { word: 'Switched off', tone: 'danger' },
}

export const EVENT_WORDS: Record<NoticeEventKind, { word: string; hint: string }> = {
  new: { word: 'New', hint: 'A cause that was never seen before.' },
  reopened: { word: 'Returned', hint: 'A cause that was resolved, and that a connection has again.' },
  above: {
    word: 'Spreading',
    hint: 'More connections have a cause than the threshold. Told once, until it is resolved.',
  },
  quiet: {
    word: 'Quiet',
    hint: 'A connection has been silent for much longer than usual.',
  },
  resolved: { word: 'Resolved', hint: 'No connection has the cause any more.' },
}

const DAY_NAMES = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const

export function dayName(day: number): string {
  return DAY_NAMES[day - 1] ?? String(day)
}

/** What a channel is told, in a line. */
export function toldWhat({ events, threshold, integrations }: ChannelSettings): string {
  const words = events.map((event) =>
    event === 'above' ? `spreading (above ${threshold})` : EVENT_WORDS[event].word.toLowerCase(),
  )
  const of =
    integrations.length === 0
      ? ''
      : integrations.length > 3
        ? ` of ${integrations.length} integrations`
        : ` of ${integrations.join(', ')}`
  const line = `${words.join(', ')}${of}`
  return line.charAt(0).toUpperCase() + line.slice(1)
}

/** When nothing is sent, in a line. */
export function quietWhen(quiet: QuietHours | null): string {
  if (!quiet) return 'None'
  const days = quiet.days.length === WEEK.length ? 'daily' : quiet.days.map(dayName).join(', ')
  return `${quiet.from}–${quiet.to} ${quiet.timeZone}, ${days}`
}

/** Where a channel leads, as far as the page knows. */
export function whereTo({ kind, origin, recipients }: Pick<ChannelRow, 'kind' | 'origin' | 'recipients'>): string {
  if (kind === 'webhook') return `${origin}/…`
  const [first = '', ...others] = recipients
  return others.length > 0 ? `${first} and ${others.length} more` : first
}

export function intervalWords(minutes: number): string {
  if (minutes < 60) return minutes === 1 ? 'a minute' : `${minutes} minutes`
  return minutes === 60 ? 'an hour' : minutes === 1_440 ? 'a day' : `${minutes / 60} hours`
}

/** What became of a message, as a word and what stands behind it. */
export function deliveryWords({ state, kind, outcome, tries }: DeliveryRow): { word: string; tone: Tone } {
  if (state === 'delivered') return { word: 'Delivered', tone: 'success' }
  if (state === 'failed') return { word: kind === 'test' ? 'Not accepted' : 'Given up', tone: 'danger' }
  if (outcome === null) return { word: tries === 0 ? 'Due' : 'Being sent', tone: 'info' }
  return { word: 'Trying again', tone: 'warning' }
}
