import 'server-only'
import { cookies, headers } from 'next/headers'
import { decode, encode } from 'next-auth/jwt'
import { z } from 'zod'
import { env } from '../env'
import { cookieName } from '../server/site'
import { bearerOf } from './bearer'
import { sessionSecret } from './secret'

/** Seconds after which a session ends however much it is used. */
export function sessionSeconds(): number {
  return env().SESSION_HOURS * 60 * 60
}

/** What the cookie says: whose session, and which. What they are and may do is read from the database on each request, never from here. */
const claims = z.object({ sub: z.uuid(), sid: z.uuid() })
export type SessionClaims = z.infer<typeof claims>

export function sessionCookieName(): string {
  return cookieName('next-auth.session-token')
}

/**
 * The claims of this request's cookie, or null when there is none, it has expired or it was not made by us. A request that brings a bearer is
 * judged by that alone.
 */
export async function readSession(): Promise<SessionClaims | null> {
  if (bearerOf((await headers()).get('authorization')) !== null) return null
  const token = (await cookies()).get(sessionCookieName())?.value
  return token ? decodeSession(token) : null
}

/** The same of a cookie's value. */
export async function decodeSession(token: string): Promise<SessionClaims | null> {
  const secret = await sessionSecret()
  const decoded = await decode({ token, secret }).catch((error: unknown) => {
    // A cookie that someone made up is no outage: whoever cannot show a valid one is signed out.
    if (error instanceof Error) return null
    throw error
  })
  return readClaims(decoded)
}

/** The claims in a decoded cookie; null where it has none, as one of an older version. */
export function readClaims(decoded: unknown): SessionClaims | null {
  const parsed = claims.safeParse(decoded)
  return parsed.success ? parsed.data : null
}

/** A cookie value for these claims, as a sign-in would set it. */
export async function mintSession(session: SessionClaims): Promise<string> {
  return encode({ token: session, secret: await sessionSecret(), maxAge: sessionSeconds() })
}
