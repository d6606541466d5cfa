import 'server-only'
import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { AppError } from '../errors'
import { describeError, log, newReference } from '../log'
import { clientAddress } from '../server/client-address'
import { cookieName, isSecureSite } from '../server/site'
import { sessionSecret } from './secret'
import { readClaims, readSession, sessionCookieName, sessionSeconds } from './session'
import { signIn } from './sign-in'
import { signOut } from './sign-out'

/** next-auth's settings for this installation. The cookie names a session; everything else is read per request. */
export async function authOptions(): Promise<NextAuthOptions> {
  return {
    secret: await sessionSecret(),
    useSecureCookies: isSecureSite(),
    session: { strategy: 'jwt', maxAge: sessionSeconds() },
    pages: { signIn: '/login', error: '/login', signOut: '/login' },
    cookies: {
      sessionToken: {
        name: sessionCookieName(),
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecureSite() },
      },
      callbackUrl: {
        name: cookieName('next-auth.callback-url'),
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecureSite() },
      },
    },
    providers: [
      CredentialsProvider({
        credentials: { email: { type: 'email' }, password: { type: 'password' }, code: { type: 'text' } },
        authorize: (credentials, request) => authorize(credentials, request.headers),
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sub: user.id, sid: user.sid } : token),
      // What the browser may ask for: when it ends, and nothing about the person.
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      signOut: ({ token }) => signOut(readClaims(token)),
    },
    logger: {
      error: (code) => log.error({ code }, 'next-auth reported an error'),
      warn: (code) => log.debug({ code }, 'next-auth reported a warning'),
      debug: (code) => log.trace({ code }, 'next-auth'),
    },
  }
}

declare module 'next-auth' {
  interface User {
    /** The session that their sign-in began. */
    sid?: string
  }
}

/** next-auth sends the message of a thrown error to the browser, so only sentences meant for people are thrown. */
async function authorize(credentials: unknown, headers: Record<string, unknown> = {}) {
  try {
    const claims = await signIn(credentials, {
      address: clientAddress(textOf(headers['x-forwarded-for'])),
      userAgent: textOf(headers['user-agent']) ?? '',
      replaces: (await readSession())?.sid ?? null,
    })
    return claims && { id: claims.sub, sid: claims.sid }
  } catch (error) {
    if (error instanceof AppError) throw new Error(error.message)
    const reference = newReference()
    log.error({ reference, error: describeError(error) }, 'a sign-in failed')
    throw new Error(`Signing in is not possible at the moment. Reference: ${reference}`)
  }
}

function textOf(header: unknown): string | undefined {
  return typeof header === 'string' ? header : undefined
}
