import { type NextRequest, NextResponse } from 'next/server'
import { bearerOf, isForBearers, NOT_FOR_TOKENS } from './lib/auth/bearer'
import { env } from './lib/env'
import { LIMIT_PAGE_POLICY } from './lib/limits/limit-page'
import { limitRequest } from './lib/limits/limit-request'
import { busyResponse, limitResponse } from './lib/limits/limit-response'
import { takeTurn } from './lib/limits/take-turn'
import { comesFromElsewhere } from './lib/server/comes-from-elsewhere'
import { contentSecurityPolicy } from './lib/server/content-security-policy'
import { isGarbled, isReadable } from './lib/server/is-garbled'
import { isSecureSite } from './lib/server/site'

/** Bytes of a request's body. Actions and routes take less; what is longer is refused before anything of it is kept. */
const LARGEST_BODY = 512 * 1024
/** What is asked with here: Next answers any other method at a page with the page. Routes name what they answer themselves. */
const METHODS = ['GET', 'HEAD', 'POST', 'OPTIONS']
const ALLOW = { allow: METHODS.join(', ') }
/** A page of the build for its own failures, with the status of one. */
const OF_FAILURES = '/_global-error'
/** The policy of an answer that has nothing to run. */
const NOTHING = "default-src 'none'; frame-ancestors 'none'"
/** Two years, as the lists that browsers ship ask for. */
const HSTS = 'max-age=63072000; includeSubDomains'

/**
 * Refuses what another site's page sends, and what no page of ours can have sent, before an action is looked for: Next would
 * answer both with a failure of its own. For the rest it tells the pages which address was asked for, so that signing in can lead back to it,
 * and which nonce their scripts carry. Who may do what is decided in the verbs and queries, never here.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  if (!METHODS.includes(request.method)) return refuse('This is not a way to ask for anything here.', 405, ALLOW)
  if (comesFromElsewhere(request)) return refuse('This request came from another site.', 403)
  if (isLostBearer(request)) return refuse(JSON.stringify(NOT_FOR_TOKENS), 403, { 'content-type': 'application/json' })
  if (Number(request.headers.get('content-length') ?? 0) > LARGEST_BODY) return refuse('This request is too long.', 413)
  if (!isReadable(request.nextUrl.pathname) || (await isGarbled(request)))
    return refuse('This request was not understood.', 400)
  if (request.nextUrl.pathname === OF_FAILURES) return refuse('There is nothing at this address.', 404)
  const tooMuch = await limitRequest(request)
  if (tooMuch) return guarded(limitResponse(tooMuch, request.headers.get('accept')), LIMIT_PAGE_POLICY)
  if (!(await takeTurn(request))) return guarded(busyResponse(request.headers.get('accept')), LIMIT_PAGE_POLICY)
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const isDevelopment = env().NODE_ENV === 'development'
  const policy = contentSecurityPolicy(nonce, { isSecure: isSecureSite(), isDevelopment })
  const headers = new Headers(request.headers)
  headers.set('x-requested-path', `${request.nextUrl.pathname}${request.nextUrl.search}`)
  headers.set('x-nonce', nonce)
  // Next reads the nonce from here for the scripts that it adds itself.
  headers.set('content-security-policy', policy)
  return guarded(NextResponse.next({ request: { headers } }), policy)
}

function refuse(body: string, status: number, more?: Record<string, string>): NextResponse {
  const headers = { 'cache-control': 'no-store', 'content-type': 'text/plain;charset=UTF-8', ...more }
  return guarded(new NextResponse(body, { status, headers }), NOTHING)
}

function guarded(response: NextResponse, policy: string): NextResponse {
  response.headers.set('content-security-policy', policy)
  if (isSecureSite()) response.headers.set('strict-transport-security', HSTS)
  return response
}

/** A script with a token, at a page or an action: no route of those will look at its bearer, and none may look at a cookie beside it. */
function isLostBearer(request: NextRequest): boolean {
  const isScript = bearerOf(request.headers.get('authorization')) !== null
  return isScript && !isForBearers(request.method, request.nextUrl.pathname)
}

export const config = { matcher: ['/((?!_next/|favicon.ico).*)'] }
