import 'server-only'
import { subscribe } from 'node:diagnostics_channel'
import type { Server } from 'node:http'

/** Milliseconds for a request's headers, and for all of it. Nothing that people send is longer than half a megabyte. */
const HEADERS_WITHIN = 15_000
const REQUEST_WITHIN = 30_000

/**
 * Ends requests that come in drips, which would hold connections for as long as their sender likes. Set on the server itself with the first request
 * that it announces: Next makes it, and takes neither of the two as an option. How long headers may be is Node's own limit, 16 kB. Once per process.
 */
export function limitRequests(): void {
  const known = new WeakSet<Server>()
  subscribe('http.server.request.start', (message) => {
    const { server } = message as { server: Server }
    if (known.has(server)) return
    known.add(server)
    server.headersTimeout = HEADERS_WITHIN
    server.requestTimeout = REQUEST_WITHIN
  })
}
