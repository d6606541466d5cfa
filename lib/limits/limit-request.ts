import 'server-only'
import { decodeSession, sessionCookieName } from '../auth/session'
import { clientAddress } from '../server/client-address'
import { limit } from './limit'
import { LimitReached } from './limit-reached'
import { kindOf } from './rates'

interface Asked {
  method: string
  headers: Headers
  cookies: { get: (name: string) => { value: string } | undefined }
  nextUrl: { pathname: string }
}

/** What machines ask for to know whether the app lives, which must not depend on who else asks. */
const PROBES = /^\/api\/(health|ready|metrics)$/

/**
 * Counts a request before anything of its answer is made: for the person of a cookie that we made, else for the network that it comes from. What a
 * signed-in person changes counts in the action itself, which can answer the page that sent it. Null, or what is to be said.
 */
export async function limitRequest({ method, headers, cookies, nextUrl }: Asked): Promise<LimitReached | null> {
  if (PROBES.test(nextUrl.pathname)) return null
  const token = cookies.get(sessionCookieName())?.value
  const claims = token ? await decodeSession(token) : null
  if (claims && headers.has('next-action')) return null
  const wait = claims
    ? limit(kindOf(method, nextUrl.pathname), claims.sub)
    : limit('address', clientAddress(headers.get('x-forwarded-for') ?? undefined))
  return wait === 0 ? null : new LimitReached('There were too many requests in a short time.', Math.ceil(wait / 1_000))
}
