import 'server-only'
import { EventEmitter } from 'node:events'

/** Work that a process does in the background; `live` looks for what is new to the pages that are open. */
export type Work = 'batches' | 'exports' | 'health' | 'issues' | 'live' | 'notices'

// Kept on globalThis: actions and what works in the background are parts of different bundles of the same process.
const shared = globalThis as typeof globalThis & { mastraAdminBell?: EventEmitter; mastraAdminUnheard?: Set<Work> }
shared.mastraAdminBell ??= new EventEmitter().setMaxListeners(0)
shared.mastraAdminUnheard ??= new Set()
const bell = shared.mastraAdminBell
/** What was rung for while everyone was at work, who may have looked before it was there. */
const unheard = shared.mastraAdminUnheard

/** Tells this process that there is such work to do; other processes find it by looking. */
export function wake(work: Work): void {
  // Who looks for what is new does so every few seconds in any case, and each change rings.
  if (!bell.emit(work) && work !== 'live') unheard.add(work)
}

/**
 * Resolves when someone calls `wake` for this work, or at once when someone did while nobody waited; after `milliseconds`, or when `signal`
 * is aborted. A timer of its own, since Node may collect an `AbortSignal.timeout` that only `AbortSignal.any` holds, and then it never fires.
 */
export function untilWoken(work: Work, milliseconds: number, signal: AbortSignal): Promise<void> {
  if (unheard.delete(work)) return Promise.resolve()
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      bell.off(work, end)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, milliseconds)
    bell.once(work, end)
    signal.addEventListener('abort', end)
    if (signal.aborted) end()
  })
}
