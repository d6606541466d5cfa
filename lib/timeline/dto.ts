/** What a timeline can be narrowed to. */
export const TIMELINE_KINDS = ['sync', 'issue', 'action', 'note', 'health'] as const
export type TimelineKind = (typeof TIMELINE_KINDS)[number]

/** Whose timeline it is: connections, and the end user that they are all of, where notes about that one belong to it too. */
export interface TimelineScope {
  connectionIds: readonly string[]
  customer: string | null
}

interface Common {
  /** Tells entries of the same moment apart. */
  key: string
  /** ISO 8601 in UTC. */
  at: string
  /** Of which connection it tells; null for one of the end user. */
  connectionId: string | null
  integration: string | null
}

/** One thing that is known to have happened. Texts are masked. */
export type TimelineEntry = Common &
  (
    | { what: 'connected' | 'changed' | 'synced' }
    | { what: 'entity'; entityId: string; entityType: string }
    | { what: 'entity-changed'; entityId: string; entityType: string; lastSyncId: string | null }
    /** Records created on one day (UTC), `from` the first of them and `at` the last. Without numbers where counting took too long. */
    | { what: 'created'; from: string; counts: { entityType: string; count: number }[] | null }
    | { what: 'got'; causeId: string; title: string }
    | { what: 'went'; causeId: string; title: string; by: string | null }
    | {
        what: 'action'
        label: string
        by: string
        entryId: string
        count: number
        recordId: string | null
        causeId: string | null
      }
    | { what: 'batch'; batchId: string; label: string; by: string; count: number }
    | { what: 'note'; text: string; by: string; about: 'connection' | 'customer' }
    | { what: 'health'; from: string | null; to: string }
  )

export interface TimelinePage {
  rows: TimelineEntry[]
  /** For `after`: the place behind the last row; null at the beginning of all that is known. */
  next: string | null
  /** Whether creations of records are told from the hours that were seen of each connection, since counting them took too long. */
  uncounted: boolean
}
