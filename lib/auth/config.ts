import 'server-only'
import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { AppError } from '../errors'
import { describeError, log, newReference } from '../log'
import { clientAddress } from '../server/client-address'
import { sessionSecret } from './secret'
import { isSecureSite, SESSION_SECONDS, sessionCookieName } from './session'
import { signIn } from './sign-in'

/** next-auth's settings for this installation. The session holds an id and an epoch; everything else is read per request. */
export async function authOptions(): Promise<NextAuthOptions> {
  return {
    secret: await sessionSecret(),
    useSecureCookies: isSecureSite(),
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: '/login', error: '/login', signOut: '/login' },
    cookies: {
      sessionToken: {
        name: sessionCookieName(),
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecureSite() },
      },
    },
    providers: [
      CredentialsProvider({
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        authorize: (credentials, request) => authorize(credentials, request.headers?.['x-forwarded-for']),
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sub: user.id, epoch: Number(user.name) } : token),
      // What the browser may ask for: when it ends, and nothing about the person.
      session: ({ session }) => ({ expires: session.expires }),
    },
    logger: {
      error: (code) => log.error({ code }, 'next-auth reported an error'),
      warn: (code) => log.debug({ code }, 'next-auth reported a warning'),
      debug: (code) => log.trace({ code }, 'next-auth'),
    },
  }
}

/** next-auth sends the message of a thrown error to the browser, so only sentences meant for people are thrown. */
async function authorize(credentials: unknown, forwardedFor: string | undefined) {
  try {
    const claims = await signIn(credentials, clientAddress(forwardedFor))
    // The epoch travels in the one field of next-auth's user that its JWT callback can read without widening its types.
    return claims && { id: claims.sub, name: String(claims.epoch) }
  } catch (error) {
    if (error instanceof AppError) throw new Error(error.message)
    const reference = newReference()
    log.error({ reference, error: describeError(error) }, 'a sign-in failed')
    throw new Error(`Signing in is not possible at the moment. Reference: ${reference}`)
  }
}
