import type { ChannelKind, ChannelSettings } from './schema'

/** `off` was switched off by itself; `failing` is being tried again; `quiet` is in its quiet hours. */
export type ChannelState = 'active' | 'paused' | 'off' | 'failing' | 'quiet'

/** One message to a channel. Times are ISO 8601 in UTC. */
export interface DeliveryRow {
  id: string
  kind: 'notice' | 'test'
  state: 'due' | 'delivered' | 'failed'
  /** What it tells, in one line; masked. */
  headline: string
  /** How many events it tells. */
  total: number
  createdAt: string
  tries: number
  lastTryAt: string | null
  /** When it is tried again; null when it is not. */
  nextAt: string | null
  /** "204 after 83 ms". */
  outcome: string | null
}

export interface ChannelRow {
  id: string
  kind: ChannelKind
  name: string
  settings: ChannelSettings
  /** Scheme and host of a webhook; the rest of its address stays on the server. */
  origin: string | null
  recipients: string[]
  version: number
  state: ChannelState
  pausedBy: string | null
  offReason: string | null
  /** Events that wait to be told. */
  waiting: number
  last: DeliveryRow | null
}

/** One channel, with what its page shows besides. */
export interface ChannelDetail extends ChannelRow {
  /** Until when the secret before signs as well; null when it does not. */
  formerUntil: string | null
  deliveries: DeliveryRow[]
  /** A message as it would be sent. */
  preview: { subject: string; text: string; json: string }
}

/** What the test of a channel came to. */
export interface TestOutcome {
  accepted: boolean
  sentence: string
}
