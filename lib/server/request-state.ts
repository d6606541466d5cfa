import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { readWritten } from '../db/written'

/** What is known of a request wherever its answer is made. */
interface RequestState {
  /** Aborted when the person whom it is for has left before it was answered. */
  leaving: AbortSignal
  /** The place in Postgres' log up to which a reader must have come to see what this session wrote; null when it wrote nothing. */
  written: string | null
}

// Kept on globalThis: what starts the server and what answers a request are bundled apart, and each would have its own.
const shared = globalThis as typeof globalThis & { mastraAdminRequests?: AsyncLocalStorage<RequestState> }
shared.mastraAdminRequests ??= new AsyncLocalStorage<RequestState>()
const requests = shared.mastraAdminRequests

/** From now on each request that the server answers has a state. Once per process. */
export function watchRequests(): void {
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse }
    const leaving = new AbortController()
    response.once('close', () => {
      if (!response.writableFinished) leaving.abort()
    })
    requests.enterWith({ leaving: leaving.signal, written: readWritten(request.headers.cookie) })
  })
}

/** Aborted when the person has left; undefined outside of a request. */
export function requestSignal(): AbortSignal | undefined {
  return requests.getStore()?.leaving
}

/** What this session has written, as `noteWritten` was told in this request or an earlier one. */
export function writtenInSession(): string | null {
  return requests.getStore()?.written ?? null
}

/** Remembers for the rest of this request where in Postgres' log a write stands. */
export function noteWritten(position: string): void {
  const state = requests.getStore()
  if (state) state.written = position
}
