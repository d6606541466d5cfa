/** Whether an index that is not built is worth it; null where nothing tells. */
export type Advice = 'recommended' | 'not-needed' | null

/** An index that exists, is being built, or could be built. Sizes are bytes, times are seconds. */
export interface IndexRow {
  name: string
  table: 'records' | 'connections'
  helps: string
  price: string
  /** `invalid` is what a build that broke off leaves behind: it costs writes and helps nobody until it is dropped or built again. */
  state: 'absent' | 'building' | 'ready' | 'invalid'
  /** How often people filtered by what it serves; null where that is not counted. */
  uses: number | null
  /** Rows of its table, an estimate. */
  rows: number
  /** Whether it is worth building. */
  advice: Advice
  /** While it is absent: what building it would take. */
  expected: { seconds: number; bytes: number } | null
  /** While it is building: how much of the present phase is done, from 0 to 1, and what that phase is. */
  progress: { phase: string; share: number } | null
  /** Once it is there: its size, and how often Postgres has used it. */
  actual: { bytes: number; scans: number } | null
}

/** An index on Mastra's tables that is not of ours. */
export interface ForeignIndex {
  name: string
  table: string
  definition: string
  bytes: number
  scans: number
}

export interface IndexPlan {
  rows: { records: number; connections: number }
  indexes: IndexRow[]
  others: ForeignIndex[]
  /** Why the text index cannot be built here; null when it can. */
  noTrigrams: string | null
  /** Whether the role of the app owns Mastra's tables; if not, their owner builds indexes and adds triggers from a shell. */
  owned: boolean
}
