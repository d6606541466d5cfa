import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { authOptions } from '@/lib/auth/config'

/** next-auth's answer renews the cookie, so whoever stole one could keep it for ever. Nothing here asks for it. */
const CLOSED = 'session'

async function handle(request: NextRequest, context: { params: Promise<{ nextauth: string[] }> }): Promise<Response> {
  if ((await context.params).nextauth[0] === CLOSED) return new Response(null, { status: 404 })
  return NextAuth(await authOptions())(request, context)
}

export { handle as GET, handle as POST }
