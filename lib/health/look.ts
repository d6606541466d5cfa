import 'server-only'
import { inTurn } from './in-turn'
import { learnHabits } from './learn-habits'
import { noteChanges } from './note-changes'
import { forgetRemoved, observeSyncs } from './observe-syncs'
import { readRecords } from './read-records'
import { sampleHealth } from './sample'
import type { Look } from './watch-state'

/** Milliseconds for which one look reads records; what is left is for the next. */
const READING = 5_000
/** Milliseconds that reading all records may take, where they cannot be read along the primary key. */
const READ_BUDGET = 120_000

/** What a look found. */
export interface LookedAt {
  changed: number
  /** Whether records are still to be read. */
  more: boolean
}

/**
 * One look at the health of all connections: what Mastra wrote of syncs, which records came, what that says of the habits, and who
 * changed state. Step by step in transactions of their own; null when another process is at it. `now` is a parameter so that time can be
 * told in tests. Throws what the database throws.
 */
export async function lookAtHealth(now = new Date(), reading = READING): Promise<LookedAt | null> {
  const step = <T>(work: (look: Look) => Promise<T>, budget?: number) => inTurn((tx) => work({ tx, now }), budget)
  let after: string | null = ''
  while (after !== null) {
    const from: string = after
    const observed = await step(async (look) => ({ last: await observeSyncs(look, from) }))
    if (!observed) return null
    after = observed.last
  }
  const began = performance.now()
  let read = await step(readRecords, READ_BUDGET)
  while (read?.more && performance.now() - began < reading) read = await step(readRecords, READ_BUDGET)
  if (!read) return null
  for (;;) {
    const learned = await step(learnHabits)
    if (learned === null) return null
    if (learned === 0) break
  }
  const behind = read.more === 'new'
  const changed = await step(async (look) => {
    await forgetRemoved(look.tx)
    // Nobody is called quiet before all that came has been read.
    if (!behind)
      await look.tx.$executeRaw`update mastra_admin.health_watch set seen_until = greatest(seen_until, read_until)`
    const count = await noteChanges(look)
    await sampleHealth(look)
    return count
  })
  return changed === null ? null : { changed, more: read.more !== null }
}
