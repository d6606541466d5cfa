import 'server-only'
import { subscribe } from 'node:diagnostics_channel'
import { existsSync, readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { z } from 'zod'
import { env } from '../env'
import { beginRequest, type OpenSpan } from '../tracing/tracing'
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
    const method = METHODS.find((known) => known === request.method) ?? 'other'
    const { traceparent } = request.headers
    const span = beginRequest(method, typeof traceparent === 'string' ? traceparent : undefined)
    requestsUnderWay.inc()
    response.once('close', () => {
      requestsUnderWay.dec()
      const route = routePatternOf(address, patterns)
      const status = response.writableFinished ? response.statusCode : LEFT
      requests.inc({ route, method, status })
      requestSeconds.observe({ route, method }, (performance.now() - began) / 1_000)
      endSpan(span, { method, route, status })
    })
  })
}

function endSpan(
  span: OpenSpan | undefined,
  { method, route, status }: { method: string; route: string; status: number },
): void {
  if (!span) return
  span.rename(`${method} ${route}`)
  span.set({ 'http.route': route, 'http.response.status_code': status })
  if (status >= 500) span.fail()
  span.end()
}

/** What the build knows of its routes; none in development, where they come and go. */
function routePatterns(): string[] {
  const file = path.join(env().NEXT_DIST_DIR, 'app-path-routes-manifest.json')
  if (!existsSync(file)) return []
  return Object.values(z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(file, 'utf8'))))
}
