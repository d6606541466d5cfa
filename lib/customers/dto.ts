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

/** An end user in a list. */
export interface CustomerRow {
  reference: string
  /** In the order of the alphabet; at most 20. */
  integrations: string[]
  connections: number
  /** Connections that have issues. */
  failing: number
  firstAt: string
  /** The latest that Mastra wrote down of any of the connections; null is unknown. */
  lastSyncAt: string | null
}

/** A record that an end user got lately. */
export interface CustomerRecord {
  id: string
  entityType: string
  externalId: string | null
  integration: string
  deleted: boolean
  createdAt: string
}
