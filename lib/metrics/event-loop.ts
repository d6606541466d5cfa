import 'server-only'
import { monitorEventLoopDelay } from 'node:perf_hooks'

/** Milliseconds between two samples; Node counts them as part of the delay. */
const RESOLUTION = 20

// Kept on globalThis for the same reason as the metrics. prom-client has one of its own, which begins anew with each scrape.
const shared = globalThis as typeof globalThis & { mastraAdminDelay?: ReturnType<typeof monitorEventLoopDelay> }

/** Measures from now on how long what is due waits for its turn. Once per process. */
export function watchEventLoop(): void {
  shared.mastraAdminDelay ??= monitorEventLoopDelay({ resolution: RESOLUTION })
  shared.mastraAdminDelay.enable()
}

/** Milliseconds that 99 of 100 turns waited at most, since the start. */
export function eventLoopDelay(): number {
  const delay = (shared.mastraAdminDelay?.percentile(99) ?? 0) / 1e6
  return Number.isFinite(delay) ? Math.max(0, delay - RESOLUTION) : 0
}
