/** How a connection does by its own habit, what needs someone first. */
export const HEALTH_STATES = ['failing', 'degraded', 'quiet', 'healthy', 'unknown'] as const
export type HealthState = (typeof HEALTH_STATES)[number]

/** The health of a connection in words. */
export interface HealthWords {
  state: HealthState
  word: string
  tone: 'danger' | 'warning' | 'success' | 'neutral'
  /** Why, with the habit and the silence. */
  sentence: string
}

/** A connection went from one state to another. Instants are ISO 8601 in UTC. */
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
  failing: number
  quiet: number
  openCauses: number
  /** Records created in the last 24 hours and 7 days, as far as they have been read. */
  lastDay: number
  lastWeek: number
}
