import type { Browser, Page } from '@playwright/test'
import { routes } from '@/lib/routes'
import { expect, test } from './fixtures'
import { ready } from './pages/ready'
import { violationsOn } from './support/axe'
import { type IdentityProvider, signInThere, startIdentityProvider } from './support/identity-provider'
import { startApp } from './support/server'

/** Runs `work` with a provider, and an app that knows it. */
async function withProvider(
  databaseUrl: string,
  extra: Record<string, string>,
  work: (provider: IdentityProvider, origin: string) => Promise<void>,
) {
  const provider = await startIdentityProvider()
  const app = await startApp(databaseUrl, { ...provider.env, ...extra })
  try {
    provider.serve(app.origin)
    await work(provider, app.origin)
  } finally {
    await app.stop()
    await provider.stop()
  }
}

/** A browser that asks for nothing but the app and the provider. */
async function open(browser: Browser, baseURL: string): Promise<Page> {
  const context = await browser.newContext({ baseURL })
  await context.route(/fonts\.g/, (route) => route.abort())
  return context.newPage()
}

async function enter(page: Page, name: string) {
  await page.goto(routes.login({ callbackUrl: routes.account() }))
  await ready(page)
  await page.getByRole('button', { name: 'Sign in with Acme' }).click()
  await signInThere(page, name)
}

test('people sign in with an identity provider, which decides on their role; strangers are told so', async ({
  browser,
  database,
  seed,
}) => {
  test.slow()
  await withProvider(database.url, {}, async ({ people }, origin) => {
    const email = `${seed.mark}@example.test`
    const tell = (claims: Record<string, unknown>) => people.set(seed.mark, { email, email_verified: true, ...claims })
    const attempt = async () => {
      const page = await open(browser, origin)
      await enter(page, seed.mark)
      return page
    }
    tell({ roles: ['admins'] })
    const stranger = await attempt()
    await expect(stranger.getByText('You are not a user here.')).toBeVisible()
    await expect(stranger.getByLabel('Password')).toBeVisible()
    expect(await violationsOn(stranger)).toEqual([])
    await database.pool.query(
      `INSERT INTO mastra_admin."user" (id, email, role, password_hash) VALUES (gen_random_uuid(), $1, 'SUPPORT', 'x')`,
      [email],
    )
    tell({ roles: ['admins'], email_verified: false })
    await expect((await attempt()).getByText('has not verified your e-mail')).toBeVisible()
    tell({ roles: ['others'] })
    await expect((await attempt()).getByText('gives you no role here')).toBeVisible()

    tell({ roles: ['staff', 'admins'] })
    const page = await attempt()
    await expect(page.getByRole('heading', { level: 1, name: 'Your account' })).toBeVisible()
    await expect(page.getByText(`${email} · ADMIN`)).toBeVisible()
    await expect(page.getByRole('list', { name: 'Sessions' })).toContainText('with the identity provider')
    await expect(page.getByRole('button', { name: 'Change password…' })).toHaveCount(0)
    // Known by the subject from now on, whatever the e-mail there becomes.
    tell({ roles: ['staff'], email: 'another@example.test', email_verified: false })
    const demoted = await attempt()
    await expect(demoted.getByText(`${email} · SUPPORT`)).toBeVisible()
    await database.pool.query('UPDATE mastra_admin."user" SET disabled_at = now() WHERE email = $1', [email])
    await expect((await attempt()).getByText('Your account here is disabled.')).toBeVisible()
  })
})

test('with passwords turned off there is only the provider, which can make users; proof is another sign-in there', async ({
  browser,
  database,
  person,
  seed,
}) => {
  test.slow()
  const other = await person('SUPPORT')
  await withProvider(database.url, { PASSWORD_SIGN_IN: 'off', OIDC_MAKES_USERS: '1' }, async ({ people }, origin) => {
    people.set(seed.mark, { email: `${seed.mark}@example.test`, email_verified: true, roles: 'admins' })
    const page = await open(browser, origin)
    await page.goto(routes.login())
    await expect(page.getByLabel('Password')).toHaveCount(0)
    expect(await violationsOn(page)).toEqual([])
    const csrf = await (await page.request.get('/api/auth/csrf')).json()
    const form = { email: other.email, password: other.password, csrfToken: csrf.csrfToken, json: 'true' }
    await page.request.post('/api/auth/callback/credentials', { form })
    expect((await page.request.get(routes.records(), { maxRedirects: 0 })).status()).toBe(307)

    await enter(page, seed.mark)
    await expect(page.getByText(`${seed.mark}@example.test · ADMIN`)).toBeVisible()
    await database.pool.query(`UPDATE mastra_admin.session SET proven_at = now() - interval '15 minutes'`)
    await page.goto(routes.users())
    await ready(page)
    await page.getByLabel(`Role of ${other.email}`).selectOption('OPERATOR')
    const opened = page.context().waitForEvent('page')
    await page.getByRole('dialog').getByRole('link', { name: 'Sign in again' }).click()
    const tab = await opened
    await ready(tab)
    expect(await violationsOn(tab)).toEqual([])
    const closed = tab.waitForEvent('close')
    await tab.getByRole('button', { name: 'Go to Acme' }).click()
    // Asked for anew, although the provider still has a session of its own.
    await signInThere(tab, seed.mark)
    await closed
    await expect(page.getByText(`${other.email} is now OPERATOR.`)).toBeVisible()

    // What a password or a link to one would open is not offered, and refused to whoever asks for it all the same.
    await page.getByRole('button', { name: `Actions for ${other.email}` }).click()
    await expect(page.getByRole('menuitem', { name: 'Disable…' })).toBeVisible()
    await expect(page.getByRole('menuitem', { name: /password|link/ })).toHaveCount(0)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('menu')).toHaveCount(0)
    await page.getByRole('button', { name: 'Add user' }).click()
    const dialog = page.getByRole('dialog', { name: 'Add user' })
    await expect(dialog.getByRole('radio')).toHaveCount(0)
    await expect(dialog.getByLabel('Password')).toHaveCount(0)
    await dialog.getByLabel('Email').fill(`new-${seed.mark}@example.test`)
    await dialog.getByRole('button', { name: 'Add user' }).click()
    await expect(page.getByText('The user was added.')).toBeVisible()
    people.set(`new-${seed.mark}`, { email: `new-${seed.mark}@example.test`, email_verified: true, roles: 'staff' })
    const newcomer = await open(browser, origin)
    await newcomer.goto(routes.login())
    await enter(newcomer, `new-${seed.mark}`)
    await expect(newcomer.getByText(`new-${seed.mark}@example.test · SUPPORT`)).toBeVisible()
  })
})
