import 'server-only'
import type { OAuthConfig } from 'next-auth/providers/oauth'
import { env } from '../env'
import type { Role } from './permissions'
import { type ProviderClaims, providerClaims, readRoleMap } from './provider-claims'
import { sessionSeconds } from './session'

/** What next-auth and its addresses call the provider. */
export const PROVIDER = 'provider'

export interface ProviderSettings {
  issuer: string
  name: string
  /** The claim that has the role, and what its values stand for; null where roles are given here. */
  roles: { claim: string; map: ReadonlyMap<string, Role> } | null
  /** Whether someone unknown becomes a user by signing in. */
  makesUsers: boolean
}

/** How people sign in with an identity provider; null where there is none. */
export function providerSettings(): ProviderSettings | null {
  const { OIDC_ISSUER, OIDC_NAME, OIDC_ROLE_CLAIM, OIDC_ROLES, OIDC_MAKES_USERS } = env()
  if (!OIDC_ISSUER) return null
  const map = OIDC_ROLES === undefined ? null : readRoleMap(OIDC_ROLES)
  return {
    issuer: OIDC_ISSUER,
    name: OIDC_NAME,
    roles: map && { claim: OIDC_ROLE_CLAIM, map },
    makesUsers: OIDC_MAKES_USERS === '1',
  }
}

/** Whether people sign in with a password here. */
export function takesPasswords(): boolean {
  return env().PASSWORD_SIGN_IN === 'on'
}

/** The provider for next-auth: found by discovery; with PKCE, state and nonce; its claims are those of the ID token and of its user info. */
export function openIdProvider({ issuer, name }: ProviderSettings): OAuthConfig<ProviderClaims> {
  const { OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_SCOPE } = env()
  return {
    id: PROVIDER,
    name,
    type: 'oauth',
    wellKnown: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    // With `max_age` the provider has to say when the person proved to it who they are.
    authorization: { params: { scope: OIDC_SCOPE, max_age: sessionSeconds() } },
    userinfo: {
      request: async ({ tokens, client }) => {
        const endpoint = client.issuer.metadata.userinfo_endpoint
        const told = providerClaims.partial().parse(endpoint ? await client.userinfo(tokens.access_token ?? '') : {})
        const proven = tokens.id_token
          ? JSON.parse(Buffer.from(tokens.id_token.split('.')[1] ?? '', 'base64url').toString())
          : {}
        // OpenID Connect Core 5.3.2: what is told of another subject than the token names must not be believed.
        if (told.sub !== undefined && told.sub !== proven.sub) throw new Error('The user info is of another subject.')
        return providerClaims.parse({ ...told, ...proven })
      },
    },
    profile: ({ sub }) => ({ id: sub }),
  }
}
