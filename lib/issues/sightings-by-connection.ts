import type { SightingRow } from './dto'

/** What one connection has of a cause: each of its messages, and since when the first of them. */
export interface ConnectionSightings {
  newest: SightingRow
  messages: SightingRow[]
  firstSeenAt: string
}

/** Sightings with those of one connection together, in the order of its newest. A connection may have several messages of one cause. */
export function sightingsByConnection(rows: readonly SightingRow[]): ConnectionSightings[] {
  const found = new Map<string, ConnectionSightings>()
  for (const row of rows) {
    const known = found.get(row.connectionId)
    if (!known) {
      found.set(row.connectionId, { newest: row, messages: [row], firstSeenAt: row.firstSeenAt })
      continue
    }
    known.messages.push(row)
    if (row.firstSeenAt < known.firstSeenAt) known.firstSeenAt = row.firstSeenAt
  }
  return [...found.values()]
}
