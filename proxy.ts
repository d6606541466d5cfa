import { type NextRequest, NextResponse } from 'next/server'

/**
 * Refuses what another site's page sends, and what no page of ours can have sent, before an action is looked for: Next would
 * answer both with a failure of its own. For the rest it tells the pages which address was asked for, so that signing in can lead back to it. Who may do what is decided in
 * the verbs and queries, never here.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  if (comesFromElsewhere(request)) return new NextResponse('This request came from another site.', { status: 403 })
  if (await isGarbled(request)) return new NextResponse('This request was not understood.', { status: 400 })
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

/** React sends an action's arguments as one JSON text, unless a form with files is among them. */
async function isGarbled(request: NextRequest): Promise<boolean> {
  const isAction = request.method === 'POST' && request.headers.has('next-action')
  if (!isAction || !request.headers.get('content-type')?.startsWith('text/plain')) return false
  const body = await request.text()
  try {
    JSON.parse(body)
    return false
  } catch (error) {
    if (error instanceof SyntaxError) return true
    throw error
  }
}

export const config = { matcher: ['/((?!_next/|api/|favicon.ico).*)'] }
