/** One of an end user's connections. Times are ISO 8601 in UTC. */
export interface CustomerConnection {
  id: string
  integration: string
  issueCount: number
  /** Masked, and its beginning where it is long. */
  firstIssue: string | null
  createdAt: string
  lastSyncAt: string | null
}

/** Records of an end user of one type, by integration. */
export interface CustomerRecords {
  integration: string
  entityType: string
  active: number
  archived: number
  deleted: number
  /** When the newest of them was created, in ISO 8601. */
  newestAt: string | null
}
