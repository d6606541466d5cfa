/** How a connection does by its own habit, what needs someone first. */
export const HEALTH_STATES = ['failing', 'degraded', 'quiet', 'healthy', 'unknown'] as const
export type HealthState = (typeof HEALTH_STATES)[number]

export const HEALTH_WORDS = {
  failing: { word: 'Failing', tone: 'danger' },
  degraded: { word: 'Degraded', tone: 'warning' },
  quiet: { word: 'Quiet', tone: 'warning' },
  healthy: { word: 'Healthy', tone: 'success' },
  unknown: { word: 'Unknown', tone: 'neutral' },
} as const satisfies Record<HealthState, { word: string; tone: 'danger' | 'warning' | 'success' | 'neutral' }>

/** What is kept of a connection's health, and its state now. Instants are ISO 8601 in UTC. */
export interface KeptHealth {
  state: HealthState
  /** The habit and the silence in a sentence; null while too little is known. */
  evidence: string | null
  /** When something of it was last seen: a record created, or a sync. Null is unknown, not never. */
  lastSeenAt: string | null
  /** Since when its silence is beyond its habit; null while it is not. */
  quietSince: string | null
}

/** A connection went from one state to another. */
export interface HealthChangeRow {
  id: string
  connectionId: string
  integration: string
  customer: string
  /** Null when it was judged for the first time: that is no news. */
  from: HealthState | null
  to: HealthState
  at: string
  /** The habit and the silence at that moment; null where no habit was known. */
  evidence: string | null
}

/** How the connections of one integration do, and what came of them. */
export interface IntegrationRow {
  integration: string
  connections: number
  /** Failing or degraded: with issues. */
  failing: number
  quiet: number
  openCauses: number
  /** Records created in the last 24 hours and 7 days, as far as they have been read. */
  lastDay: number
  lastWeek: number
}

/** How far the watch over health is. */
export interface HealthWatchState {
  /** Up to when everything that came has been judged; null before the first look. */
  seenUntil: string | null
  /** Whether records from before anyone watched are still being read. */
  reading: boolean
}
