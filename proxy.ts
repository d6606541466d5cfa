import { type NextRequest, NextResponse } from 'next/server'

/**
 * Refuses what another site's page sends, before an action is looked for: Next would answer that with a failure of its own. For
 * the rest it tells the pages which address was asked for, so that signing in can lead back to it. Who may do what is decided in
 * the verbs and queries, never here.
 */
export function proxy(request: NextRequest): NextResponse {
  if (comesFromElsewhere(request)) return new NextResponse('This request came from another site.', { status: 403 })
  const headers = new Headers(request.headers)
  headers.set('x-requested-path', `${request.nextUrl.pathname}${request.nextUrl.search}`)
  return NextResponse.next({ request: { headers } })
}

/** Browsers put `Origin` on every request that can change something; programs that leave it out carry no one's cookies. */
function comesFromElsewhere(request: NextRequest): boolean {
  const origin = request.headers.get('origin')
  if (origin === null || request.method === 'GET' || request.method === 'HEAD') return false
  const host = request.headers.get('x-forwarded-host') ?? request.headers.get('host')
  return !URL.canParse(origin) || new URL(origin).host !== host
}

export const config = { matcher: ['/((?!_next/|api/|favicon.ico).*)'] }
