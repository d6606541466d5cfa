import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { authOptions } from '@/lib/auth/config'

/** next-auth's answer renews the cookie, so whoever stole one could keep it for ever. Nothing here asks for it. */
const CLOSED = 'session'

async function handle(request: NextRequest, context: { params: Promise<{ nextauth: string[] }> }): Promise<Response> {
  if ((await context.params).nextauth[0] === CLOSED) return new Response(null, { status: 404 })
  if (leadsNowhere(request.nextUrl))
    return new Response('This address to come back to was not understood.', { status: 400 })
  return NextAuth(await authOptions())(request, context)
}

/** Whether what is to be opened afterwards is no address: next-auth would call that a fault of ours. Where it may lead is decided there. */
function leadsNowhere({ origin, searchParams }: URL): boolean {
  const wanted = searchParams.get('callbackUrl')
  if (!wanted) return false
  const base = wanted.startsWith('/') ? origin : undefined
  return !URL.canParse(wanted, base) || !/^https?:$/.test(new URL(wanted, base).protocol)
}

export { handle as GET, handle as POST }
