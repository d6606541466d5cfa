import { type NextRequest, NextResponse } from 'next/server'

/** Tells the pages which address was asked for, so that signing in can lead back to it. No check of rights happens here. */
export function proxy(request: NextRequest): NextResponse {
  const headers = new Headers(request.headers)
  headers.set('x-requested-path', `${request.nextUrl.pathname}${request.nextUrl.search}`)
  return NextResponse.next({ request: { headers } })
}

export const config = { matcher: ['/((?!_next/|api/|favicon.ico).*)'] }
