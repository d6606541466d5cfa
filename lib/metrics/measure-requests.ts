import 'server-only'
import { subscribe } from 'node:diagnostics_channel'
import { existsSync, readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { z } from 'zod'
import { env } from '../env'
import { metrics } from './metrics'
import { routePatternOf } from './route-pattern'

const METHODS = ['GET', 'HEAD', 'POST']
/** As nginx writes down whoever left before the answer was whole. */
const LEFT = 499

/** From now on each request is counted and timed by the pattern of its route. Once per process. */
export function measureRequests(): void {
  const patterns = routePatterns()
  const { requests, requestSeconds, requestsUnderWay } = metrics()
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse }
    const began = performance.now()
    // Next rewrites the address while it answers.
    const [address = '/'] = (request.url ?? '/').split('?')
    requestsUnderWay.inc()
    response.once('close', () => {
      requestsUnderWay.dec()
      const route = routePatternOf(address, patterns)
      const method = METHODS.find((known) => known === request.method) ?? 'other'
      requests.inc({ route, method, status: response.writableFinished ? response.statusCode : LEFT })
      requestSeconds.observe({ route, method }, (performance.now() - began) / 1_000)
    })
  })
}

/** What the build knows of its routes; none in development, where they come and go. */
function routePatterns(): string[] {
  const file = path.join(env().NEXT_DIST_DIR, 'app-path-routes-manifest.json')
  if (!existsSync(file)) return []
  return Object.values(z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(file, 'utf8'))))
}
