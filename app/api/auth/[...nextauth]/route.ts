import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { authOptions } from '@/lib/auth/config'
import { closedTo } from '@/lib/auth/doors'
import { PROVIDER } from '@/lib/auth/provider'
import { cookieName } from '@/lib/server/site'

async function handle(request: NextRequest, context: { params: Promise<{ nextauth: string[] }> }): Promise<Response> {
  const closed = closedTo(
    {
      method: request.method,
      path: (await context.params).nextauth,
      url: request.nextUrl,
      type: request.headers.get('content-type'),
      kept: request.cookies.get(cookieName('next-auth.callback-url')) ?? null,
    },
    PROVIDER,
  )
  if (!closed) return NextAuth(await authOptions())(request, context)
  const { status, says, allow, drop } = closed
  const headers = new Headers({ 'cache-control': 'no-store', ...(allow && { allow }) })
  if (drop)
    headers.set(
      'set-cookie',
      `${drop}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${drop.startsWith('__') ? '; Secure' : ''}`,
    )
  return new Response(says, { status, headers })
}

export { handle as GET, handle as POST }
