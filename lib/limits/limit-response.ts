import 'server-only'
import { NextResponse } from 'next/server'
import { limitPage } from './limit-page'
import type { LimitReached } from './limit-reached'

/** The answer to what was too much, 429: a page where one was asked for, else its sentence. It costs nothing to make. */
export function limitResponse({ message, seconds }: LimitReached, accept: string | null): NextResponse {
  return answer({ status: 429, title: 'Too many requests', message, seconds }, accept)
}

/** The same, 503, to whoever waited in vain for their turn. */
export function busyResponse(accept: string | null): NextResponse {
  const message = 'There are more requests than can be answered at the moment. Try again in 5 seconds.'
  return answer({ status: 503, title: 'Busy', message, seconds: 5 }, accept)
}

function answer(
  { status, title, message, seconds }: { status: number; title: string; message: string; seconds: number },
  accept: string | null,
): NextResponse {
  const isPage = accept?.includes('text/html') ?? false
  return new NextResponse(isPage ? limitPage(title, message) : message, {
    status,
    headers: {
      'cache-control': 'no-store',
      'content-type': `${isPage ? 'text/html' : 'text/plain'}; charset=utf-8`,
      'retry-after': String(seconds),
    },
  })
}
