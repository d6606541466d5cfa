import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { subscribe } from 'node:diagnostics_channel'
import type { ServerResponse } from 'node:http'

// Kept on globalThis: what starts the server and what answers a request are bundled apart, and each would have its own.
const shared = globalThis as typeof globalThis & { mastraAdminRequests?: AsyncLocalStorage<AbortSignal> }
shared.mastraAdminRequests ??= new AsyncLocalStorage<AbortSignal>()
const requests = shared.mastraAdminRequests

/** From now on each request that the server answers has a signal. Once per process. */
export function watchRequests(): void {
  subscribe('http.server.request.start', (message) => {
    const { response } = message as { response: ServerResponse }
    const leaving = new AbortController()
    response.once('close', () => {
      if (!response.writableFinished) leaving.abort()
    })
    requests.enterWith(leaving.signal)
  })
}

/** Aborted when the person whom this request is for has left before it was answered; undefined outside of a request. */
export function requestSignal(): AbortSignal | undefined {
  return requests.getStore()
}
