/** Records of one entity type by state. Each record is counted in one column. */
export interface TypeCounts {
  entityType: string
  /** Neither archived nor deleted. */
  active: number
  archived: number
  /** Deleted, archived or not. */
  deleted: number
}

/** A record that came in lately. `createdAt` is ISO 8601 in UTC. */
export interface LatestRecord {
  id: string
  entityType: string
  externalId: string | null
  integration: string | null
  deleted: boolean
  createdAt: string
}

/** A day of the viewer's calendar. `start` is the instant at which it began, ISO 8601 in UTC. */
export interface DayCount {
  start: string
  count: number
}
