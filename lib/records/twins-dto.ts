/** What twins share: live records of one entity with one external id. */
export interface TwinKey {
  entityId: string
  externalId: string
}

/** Records of a group that are shown beside each other; one that is larger is resolved from the list. */
export const MOST_COMPARED = 12

/** A group of twins in the list. */
export interface TwinGroup extends TwinKey {
  entityType: string
  connection: { id: string; name: string } | null
  records: number
  /** The names of what differs among the first of them; null where they are too large to be compared. */
  differs: string[] | null
}

export interface TwinGroups {
  rows: TwinGroup[]
  /** Records whose external ids were looked at, out of about `total`. */
  looked: number
  total: number
  /** Where to look on; null when all were looked at. */
  next: TwinPlace | null
}

/** A place in the walk: at the external id, behind this entity's group of it, or past all groups of it. */
export interface TwinPlace {
  externalId: string
  entityId?: string
  isPast?: boolean
}

export interface Twin {
  id: string
  /** Changes whenever anyone writes to the row. */
  version: string
  source: string
  /** ISO 8601 in UTC. */
  createdAt: string
  updatedAt: string | null
}

/** What differs, value by value: one for each of the records, null where it has none. Secrets are masked. */
export interface TwinDifference {
  name: string
  values: (string | null)[]
}

export interface TwinComparison extends TwinKey {
  entityType: string
  connection: { id: string; name: string } | null
  /** All of the group, oldest first, or the first of it when it has more than `MOST_COMPARED`. */
  records: Twin[]
  total: number
  /** Null where a document is too large to be compared here. */
  differences: TwinDifference[] | null
  /** Whether a masked value was compared as it is shown. */
  hasMasked: boolean
}
