import { once } from 'node:events'
import { createServer } from 'node:http'
import type { Page } from '@playwright/test'
import Provider from 'oidc-provider'

/** What the provider says of a person, under the name that they sign in with. */
type Claims = Record<string, unknown>

export interface IdentityProvider {
  /** What the app is to be started with. */
  env: Record<string, string>
  people: Map<string, Claims>
  /** Names the app, whose address is known once it has been started. */
  serve: (appOrigin: string) => void
  stop: () => Promise<void>
}

const CLIENT = { client_id: 'mastra-admin', client_secret: 'a-secret-of-this-test-alone' }

/** A real OpenID provider on a port of its own. */
export async function startIdentityProvider(): Promise<IdentityProvider> {
  const people = new Map<string, Claims>()
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('No free port was found.')
  const issuer = `http://localhost:${address.port}`
  return {
    env: {
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: CLIENT.client_id,
      OIDC_CLIENT_SECRET: CLIENT.client_secret,
      OIDC_NAME: 'Acme',
      OIDC_ROLES: 'admins=ADMIN,staff=SUPPORT',
    },
    people,
    serve: (appOrigin) => {
      const provider = new Provider(issuer, {
        clients: [{ ...CLIENT, redirect_uris: [`${appOrigin}/api/auth/callback/provider`] }],
        claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['roles'] },
        cookies: { keys: ['a key of this test alone'] },
        pkce: { required: () => true },
        findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...people.get(id) }) }),
        loadExistingGrant: async ({ oidc: { provider: own, client, session } }) => {
          const grant = new own.Grant({ clientId: client?.clientId, accountId: session?.accountId })
          grant.addOIDCScope('openid email profile')
          await grant.save()
          return grant
        },
      })
      server.on('request', provider.callback())
    },
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Signs in on the page that the provider shows. */
export async function signInThere(page: Page, name: string): Promise<void> {
  await page.locator('input[name="login"]').fill(name)
  await page.locator('input[name="password"]').fill('any')
  await page.locator('button[type="submit"]').click()
}
