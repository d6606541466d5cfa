import 'server-only'
import { subscribe } from 'node:diagnostics_channel'
import type { ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { env } from '../env'
import { log } from '../log'

/** Milliseconds that answers under way are given to end. */
const PATIENCE = 25_000

// Kept on globalThis: what hears the signal and what answers `/api/ready` are parts of different bundles of the same process.
const shared = globalThis as typeof globalThis & { mastraAdminStopping?: boolean }

/** Whether this process is about to end: `/api/ready` says so, and a balancer sends nothing new. */
export function isStopping(): boolean {
  return shared.mastraAdminStopping ?? false
}

/**
 * From now on a signal ends this process without dropping anything: it says that it is not ready, goes on answering for `SHUTDOWN_DRAIN_SECONDS`, in which
 * balancers notice, and only then lets Next close the server, which waits for the answers under way. `endStreams` ends what has no end of its own.
 * Once per process.
 */
export function stopGracefully(endStreams: () => void): void {
  // A browser that keeps its connection would be asking on it for ever, and the server would never be closed.
  subscribe('http.server.request.start', (message) => {
    const { response } = message as { response: ServerResponse }
    if (isStopping()) response.shouldKeepAlive = false
  })
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    const closing = process.listeners(signal)
    process.removeAllListeners(signal)
    process.once(signal, () => {
      shared.mastraAdminStopping = true
      void drain(signal).then(() => {
        endStreams()
        for (const close of closing) close(signal)
        // Nobody waits for whoever never finishes.
        setTimeout(() => process.exit(signal === 'SIGTERM' ? 143 : 130), PATIENCE).unref()
        if (closing.length === 0) process.exit(0)
      })
    })
  }
}

async function drain(signal: NodeJS.Signals): Promise<void> {
  const seconds = signal === 'SIGTERM' ? env().SHUTDOWN_DRAIN_SECONDS : 0
  if (seconds === 0) return
  log.info({ seconds }, 'this instance is about to stop, and is not ready any more')
  await wait(seconds * 1_000)
}
