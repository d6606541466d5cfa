import 'server-only'
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'

/** A path that `isReadable` refuses. */
const UNREADABLE = '/%'
/** A method that is none of ours. */
const NO_METHOD = 'NONE'

/**
 * Puts in order what Next fails at before any code of ours is asked, which it would answer with 500: a target that is not a path (`*`, or a whole address, as for a
 * proxy, of which RFC 9112 has a server take the path), and a method for which the web has no request. Once per process, before whoever reads the address.
 */
export function plainRequests(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }
    request.url = pathOfTarget(request.url ?? '/')
    if (request.method === 'TRACE') request.method = NO_METHOD
  })
}

/** Exported for its test. */
export function pathOfTarget(target: string): string {
  if (target.startsWith('/')) return target
  if (!/^https?:\/\//i.test(target) || !URL.canParse(target)) return UNREADABLE
  const { pathname, search } = new URL(target)
  return `${pathname}${search}`
}
