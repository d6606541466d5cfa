/** `new` for a day, `reopened` for a week after no connection had it; `muted` and `resolved` come before both. */
export const CAUSE_STATES = ['new', 'reopened', 'ongoing', 'muted', 'resolved'] as const
export type CauseState = (typeof CAUSE_STATES)[number]

/** One cause of issues. Times are ISO 8601 in UTC. */
export interface CauseRow {
  id: string
  title: string
  kind: string
  state: CauseState
  /** Connections that have it now. */
  connections: number
  /** Those of the connections that have it, or had it last. */
  integrations: string[]
  firstSeenAt: string
  /** When a connection last got it. */
  appearedAt: string
  reopenedAt: string | null
  resolvedAt: string | null
  mutedUntil: string | null
  mutedUntilChange: boolean
  assigneeId: string | null
  assigneeEmail: string | null
  ticket: string | null
}

/** A cause in a list, with how often connections got it on each of the last days, the earliest first. */
export interface CauseListRow extends CauseRow {
  trend: number[]
}

/** A connection that has or had the cause. */
export interface SightingRow {
  id: string
  connectionId: string
  integration: string
  customer: string
  /** Masked. */
  message: string
  firstSeenAt: string
  goneAt: string | null
  clearedBy: string | null
}

/** Who cleared a cause last, and when: for whoever sees it come back. */
export interface LastClearing {
  by: string
  at: string
}
