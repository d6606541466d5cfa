import 'server-only'
import { NextResponse } from 'next/server'
import type { LimitReached } from './limit-reached'

/** The answer to what was too much, 429: a page where one was asked for, else its sentence. It costs nothing to make. */
export function limitResponse({ message, seconds }: LimitReached, accept: string | null): NextResponse {
  const isPage = accept?.includes('text/html') ?? false
  const page = `<!doctype html><html lang="en"><title>Too many requests</title><main><h1>Too many requests</h1><p>${message}</p></main></html>`
  return new NextResponse(isPage ? page : message, {
    status: 429,
    headers: {
      'cache-control': 'no-store',
      'content-type': `${isPage ? 'text/html' : 'text/plain'}; charset=utf-8`,
      'retry-after': String(seconds),
    },
  })
}
