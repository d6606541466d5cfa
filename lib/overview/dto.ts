/** Records of one entity type by state. Each record is counted in one column. */
export interface TypeCounts {
  entityType: string
  /** Neither archived nor deleted. */
  active: number
  archived: number
  /** Deleted, archived or not. */
  deleted: number
}

/** Numbers of all records, and of which moment (ISO 8601 in UTC) they are; null for now. */
export interface Totals {
  at: string | null
  types: TypeCounts[]
  live: number
  /** Live ones with a failed enrichment. */
  failed: number
}

/** A day of the viewer's calendar. `start` is the instant at which it began, ISO 8601 in UTC. */
export interface DayCount {
  start: string
  count: number
}

/** Something that needs someone, and what to do next. */
export interface Attention {
  key: string
  kind: 'cause' | 'quiet' | 'credential' | 'batch' | 'export'
  tone: 'danger' | 'warning'
  /** One word of what it is, for its badge. */
  word: string
  /** Since when, ISO 8601 in UTC. */
  since: string
  /** What it is about: a cause, or the integration. */
  title: string
  sentence: string
  /** Where the next step is taken; the page makes addresses of it. */
  target:
    | { to: 'cause' | 'connection' | 'customer' | 'batch'; id: string }
    | { to: 'quiet'; integration: string }
    | { to: 'exports' }
  step: string
}
