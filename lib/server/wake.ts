import 'server-only'
import { EventEmitter } from 'node:events'

/** Work that a process does in the background; `live` looks for what is new to the pages that are open. */
export type Work = 'batches' | 'exports' | 'health' | 'issues' | 'live' | 'notices'

// Kept on globalThis: actions and what works in the background are parts of different bundles of the same process.
const shared = globalThis as typeof globalThis & { mastraAdminBell?: EventEmitter }
shared.mastraAdminBell ??= new EventEmitter().setMaxListeners(0)
const bell = shared.mastraAdminBell

/** Tells this process that there is such work to do; other processes find it by looking. */
export function wake(work: Work): void {
  bell.emit(work)
}

/**
 * Resolves when someone calls `wake` for this work, after `milliseconds`, or when `signal` is aborted. A timer of its own, since Node may
 * collect an `AbortSignal.timeout` that only `AbortSignal.any` holds, and then it never fires.
 */
export function untilWoken(work: Work, milliseconds: number, signal: AbortSignal): Promise<void> {
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
