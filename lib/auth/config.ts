import 'server-only'
import { headers } from 'next/headers'
import { after } from 'next/server'
import type { NextAuthOptions, User } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { AppError } from '../errors'
import { describeError, log, newReference } from '../log'
import { routes } from '../routes'
import { clientAddress } from '../server/client-address'
import { cookieName, isSecureSite } from '../server/site'
import { type FailedSignIn, noteFailedSignIn } from './failed-sign-ins'
import { openIdProvider, PROVIDER, type ProviderSettings, providerSettings, takesPasswords } from './provider'
import { providerClaims } from './provider-claims'
import { signInWithProvider } from './provider-sign-in'
import { sessionSecret } from './secret'
import { readClaims, readSession, sessionCookieName, sessionSeconds } from './session'
import { signIn } from './sign-in'
import { signOut } from './sign-out'

/** next-auth's settings for this installation. The cookie names a session; everything else is read per request. */
export async function authOptions(): Promise<NextAuthOptions> {
  const provider = providerSettings()
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
      ...(takesPasswords()
        ? [
            CredentialsProvider({
              credentials: { email: { type: 'email' }, password: { type: 'password' }, code: { type: 'text' } },
              authorize: (credentials, request) => authorize(credentials, request.headers),
            }),
          ]
        : []),
      ...(provider ? [openIdProvider(provider)] : []),
    ],
    callbacks: {
      // As next-auth's own, but for what is no address: that is an error of whoever made it up, and not of ours.
      redirect: ({ url, baseUrl }) => {
        const wanted = URL.canParse(url, baseUrl) ? new URL(url, baseUrl) : null
        return wanted?.origin === new URL(baseUrl).origin ? wanted.href : baseUrl
      },
      signIn: ({ user, account, profile }) =>
        provider && account?.provider === PROVIDER ? vouchFor(user, profile, provider) : true,
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
async function authorize(credentials: unknown, sent: Record<string, unknown> = {}) {
  try {
    const origin = {
      address: clientAddress(textOf(sent['x-forwarded-for'])),
      userAgent: textOf(sent['user-agent']) ?? '',
      replaces: (await readSession())?.sid ?? null,
    }
    const claims = await signIn(credentials, origin, noteLater)
    return claims && { id: claims.sub, sid: claims.sid }
  } catch (error) {
    if (error instanceof AppError) throw new Error(error.message)
    const reference = newReference()
    log.error({ reference, error: describeError(error) }, 'a sign-in failed')
    throw new Error(`Signing in is not possible at the moment. Reference: ${reference}`)
  }
}

/** Begins the session of someone whom the provider vouches for; else leads back to the sign-in page, with the reason. */
async function vouchFor(user: User, profile: unknown, provider: ProviderSettings): Promise<true | string> {
  try {
    const sent = await headers()
    const claims = providerClaims.parse(profile)
    const address = clientAddress(sent.get('x-forwarded-for') ?? undefined)
    const outcome = await signInWithProvider(claims, provider, {
      address,
      userAgent: sent.get('user-agent') ?? '',
      replaces: (await readSession())?.sid ?? null,
    })
    if (typeof outcome === 'string') {
      noteLater({ email: claims.email ?? '', address, reason: `${provider.name}: ${outcome}` })
      return routes.login({ reason: outcome })
    }
    user.id = outcome.sub
    user.sid = outcome.sid
    return true
  } catch (error) {
    log.error({ reference: newReference(), error: describeError(error) }, 'a sign-in failed')
    return routes.login({ error: 'Callback' })
  }
}

/** Once the answer is out, which then takes as long for an account that there is as for one that there is not. */
function noteLater(failure: FailedSignIn): void {
  after(() => noteFailedSignIn(failure))
}

function textOf(header: unknown): string | undefined {
  return typeof header === 'string' ? header : undefined
}
