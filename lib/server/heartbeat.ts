import 'server-only'
import { metrics } from '../metrics/metrics'

/** What a process does in the background, by the name that it has in the metrics. */
export const WATCHERS = ['batches', 'exports', 'health', 'issues', 'notices'] as const
export type Watcher = (typeof WATCHERS)[number]

interface Beat {
  /** `performance.now()` when it last ended a look without a fault. */
  at: number
  /** Looks that have begun and not ended: one that takes long is at work and not stuck. */
  looking: number
  lastFault: string | null
}

// Kept on globalThis for the same reason as the metrics.
const shared = globalThis as typeof globalThis & { mastraAdminBeats?: Map<Watcher, Beat> }
shared.mastraAdminBeats ??= new Map()
const beats = shared.mastraAdminBeats

/** Runs one look of `watcher` and notes how it ended. Throws what the look throws. */
export async function lookAs<T>(watcher: Watcher, look: () => Promise<T>): Promise<T> {
  const beat = beats.get(watcher) ?? { at: performance.now(), looking: 0, lastFault: null }
  beats.set(watcher, beat)
  beat.looking += 1
  try {
    const result = await look()
    beat.at = performance.now()
    beat.lastFault = null
    return result
  } catch (error) {
    beat.lastFault = new Date().toISOString()
    metrics().watcherFaults.inc({ watcher })
    throw error
  } finally {
    beat.looking -= 1
  }
}

export interface Pulse {
  watcher: Watcher
  /** Since the last look that ended without a fault. */
  seconds: number
  looking: boolean
  /** When the last look ended in a fault, in ISO 8601; null when it did not. */
  lastFault: string | null
}

/** How each of those that run in this process is. */
export function pulses(): Pulse[] {
  return [...beats].map(([watcher, { at, looking, lastFault }]) => ({
    watcher,
    seconds: (performance.now() - at) / 1_000,
    looking: looking > 0,
    lastFault,
  }))
}
