import type { Browser, Page } from '@playwright/test'
import { routes } from '@/lib/routes'
import { expect, test } from './fixtures'
import { ready } from './pages/ready'
import type { Person } from './support/people'

/** Signs in through the sign-in page in a browser of its own. */
async function signInThrough(browser: Browser, baseURL: string, { email, password }: Person): Promise<Page> {
  const page = await (await browser.newContext({ baseURL })).newPage()
  await page.goto(routes.login())
  await ready(page)
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()
  return page
}

test('a person sees where they are signed in, from the account menu, and ends one session there', async ({
  page,
  person,
  signIn,
  browser,
  app,
}) => {
  const someone = await person('SUPPORT')
  const elsewhere = await signInThrough(browser, app.origin, someone)
  await page.context().addCookies([await signIn(someone)])
  await page.goto(routes.overview())
  await ready(page)
  await page.getByRole('button', { name: /^Account of/ }).click()
  await page.getByRole('menuitem', { name: 'Your account' }).click()
  const sessions = page.getByRole('list', { name: 'Sessions' }).getByRole('listitem')
  await expect(sessions).toHaveCount(2)
  await expect(sessions.filter({ hasText: 'This session' })).toContainText('Firefox on Linux')
  await sessions.filter({ hasText: 'Chrome on' }).getByRole('button', { name: 'End' }).click()
  await expect(page.getByText('The session was ended.')).toBeVisible()
  await expect(sessions).toHaveCount(1)
  await elsewhere.getByRole('link', { name: 'Records', exact: true }).first().click()
  await expect(elsewhere).toHaveURL(/\/login/)
  await expect(elsewhere.getByText('Your session has ended.')).toBeVisible()
  await elsewhere.context().close()
})

test('a new password of one’s own ends every other session, and this one goes on', async ({
  page,
  person,
  signIn,
  browser,
  app,
}) => {
  const someone = await person('OPERATOR')
  const elsewhere = await signInThrough(browser, app.origin, someone)
  await page.context().addCookies([await signIn(someone)])
  await page.goto(routes.account())
  await ready(page)
  await page.getByRole('button', { name: 'Change password…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Change your password' })
  await dialog.getByLabel('Current password').fill('not the password')
  await dialog.getByLabel('New password').fill('a long enough password')
  await dialog.getByRole('button', { name: 'Change password' }).click()
  await expect(dialog.getByRole('alert')).toContainText('The current password is not right')
  await dialog.getByLabel('Current password').fill(someone.password)
  await dialog.getByRole('button', { name: 'Change password' }).click()
  await expect(page.getByText('Your password was changed.')).toBeVisible()
  await expect(page.getByRole('list', { name: 'Sessions' }).getByRole('listitem')).toHaveCount(1)
  await elsewhere.goto(routes.records())
  await expect(elsewhere).toHaveURL(/\/login/)
  await elsewhere.context().close()
})

test('signing out ends the session itself: a copy of its cookie is worth nothing', async ({ as, browser, app }) => {
  const page = await as('SUPPORT')
  const copy = await browser.newContext({ baseURL: app.origin })
  await copy.addCookies(await page.context().cookies())
  expect((await copy.request.get(routes.records(), { maxRedirects: 0 })).status()).toBe(200)
  await page.goto(routes.overview())
  await ready(page)
  await page.getByRole('button', { name: /^Account of/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/login/)
  expect((await copy.request.get(routes.records(), { maxRedirects: 0 })).status()).toBe(307)
  await copy.close()
})

test('an administrator ends the sessions of another person, whose open page then hears no more', async ({
  as,
  person,
  signIn,
  app,
  seed,
}) => {
  const other = await person('SUPPORT')
  const { name, value } = await signIn(other)
  await signIn(other)
  const stream = await fetch(app.origin + routes.live({ table: 'records', since: '1:1:@1' }), {
    headers: { cookie: `${name}=${value}` },
  })
  const page = await as('ADMIN')
  await page.goto(routes.users())
  await ready(page)
  await page.getByRole('link', { name: other.email }).click()
  const sessions = page.getByRole('list', { name: 'Sessions' }).getByRole('listitem')
  await expect(sessions).toHaveCount(2)
  await page.getByRole('button', { name: 'End all' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'End sessions' }).click()
  await expect(page.getByText('2 sessions were ended.')).toBeVisible()
  await expect(page.getByText('They are not signed in anywhere.')).toBeVisible()
  expect(await stream.text()).toContain('event: end')
  expect((await seed.auditOf(other.id)).map(({ action }) => action)).toEqual(['session.end', 'session.end'])
})
