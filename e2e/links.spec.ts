import type { Page } from '@playwright/test'
import { type MailServer, startMailServer } from '@/lib/db/test-mail-server'
import { routes } from '@/lib/routes'
import { test as base, expect } from './fixtures'
import { ready } from './pages/ready'
import { violationsOn } from './support/axe'
import { makeOlder } from './support/older-page'
import { type AppServer, startApp } from './support/server'

/** A server that sends e-mail, and what it sent. */
const test = base.extend<object, { app: AppServer; mail: MailServer }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function needs from its first parameter
  mail: [async ({}, use) => use(await startMailServer()), { scope: 'worker' }],
  app: [
    async ({ database, mail }, use) => {
      const app = await startApp(database.url, { SMTP_URL: mail.url, SMTP_FROM: 'admin@acme.example' })
      await use(app)
      await app.stop()
      await mail.stop()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
})

const NEW = 'another long password'

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

async function choose(page: Page, password = NEW): Promise<void> {
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByLabel('Repeat password').fill(password)
  await page.getByRole('button', { name: 'Set password' }).click()
}

test('someone is invited by e-mail, chooses a password and signs in; the token is in no request but the two that need it', async ({
  as,
  app,
  browser,
  mail,
  seed,
}) => {
  const email = `${seed.mark}@example.test`
  const admin = await as('ADMIN')
  await admin.goto(routes.users())
  await ready(admin)
  await admin.getByRole('button', { name: 'Add user' }).click()
  const dialog = admin.getByRole('dialog', { name: 'Add user' })
  await dialog.getByLabel('Email').fill(email)
  await dialog.getByLabel('Role').selectOption('OPERATOR')
  await dialog.getByRole('button', { name: 'Invite' }).click()
  await expect(admin.getByText(`An invitation was sent to ${email}.`)).toBeVisible()
  const row = admin.getByRole('row').filter({ hasText: email })
  await expect(row).toContainText('Invited')

  const token = mail.tokenFor(email) ?? ''
  const context = await browser.newContext({ baseURL: app.origin })
  const page = await context.newPage()
  const carrying: string[] = []
  page.on('request', (request) => {
    const text = [request.url(), request.postData() ?? '', ...Object.values(request.headers())].join('\n')
    if (text.includes(token)) carrying.push(`${request.method()} ${new URL(request.url()).pathname}`)
    expect(new URL(request.url()).origin).toBe(app.origin)
  })
  // A scanner of e-mails asks for the address, also twice: nothing is used up.
  for (let visit = 0; visit < 2; visit += 1)
    expect((await page.request.get(routes.newPassword(token))).status()).toBe(200)
  await page.goto(routes.newPassword(token))
  await ready(page)
  await expect(page.getByRole('heading', { name: 'Welcome to Mastra Admin' })).toBeVisible()
  expect(await violationsOn(page)).toEqual([])
  await page.getByLabel('Password', { exact: true }).fill(NEW)
  await page.getByRole('button', { name: 'Set password' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('do not match')
  await choose(page, 'short')
  await expect(page.getByRole('main').getByRole('alert')).toContainText('at least 12 characters')
  await choose(page, 'Password2026!')
  await expect(page.getByRole('main').getByRole('alert')).toContainText('attackers try')
  await choose(page)
  await expect(page.getByText('Your password is set. Sign in with it.')).toBeVisible()
  expect(new URL(page.url()).hash).toBe('')
  await signIn(page, email, NEW)
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()
  expect(new Set(carrying)).toEqual(new Set(['POST /new-password']))
  await page.goto(routes.newPassword(token))
  await expect(page.getByRole('heading', { name: /no longer works/ })).toBeVisible()
  expect(app.log()).not.toContain(token)
  await admin.reload()
  await expect(row).toContainText('Active')
  await context.close()
})

test('a forgotten password is replaced by a link; what is said is the same for an account that is not there', async ({
  page,
  person,
  signIn: cookieOf,
  mail,
  browser,
  app,
}) => {
  const someone = await person('SUPPORT')
  const elsewhere = await browser.newContext({ baseURL: app.origin })
  await elsewhere.addCookies([await cookieOf(someone)])
  expect((await elsewhere.request.get(routes.records(), { maxRedirects: 0 })).status()).toBe(200)

  const said: string[] = []
  for (const email of [`nobody-${someone.id}@example.test`, someone.email]) {
    await page.goto(routes.login())
    await ready(page)
    await page.getByRole('link', { name: 'Forgot your password?' }).click()
    await expect(page).toHaveURL(/\/forgot$/)
    await page.getByLabel('Email').fill(email)
    await page.getByRole('button', { name: 'Send the link' }).click()
    const heading = page.getByRole('heading', { name: 'Check your inbox' })
    await expect(heading).toBeFocused()
    expect(await violationsOn(page)).toEqual([])
    said.push((await page.getByRole('main').innerText()).replace(email, '…'))
  }
  expect(said[0]).toBe(said[1])
  await expect.poll(() => mail.tokenFor(someone.email)).toBeTruthy()
  expect(mail.tokenFor(`nobody-${someone.id}@example.test`)).toBeUndefined()
  await page.goto(routes.newPassword(mail.tokenFor(someone.email)))
  await ready(page)
  await expect(page.getByRole('heading', { name: 'Choose a new password' })).toBeVisible()
  await choose(page)
  await expect(page.getByText('Your password is set. Sign in with it.')).toBeVisible()
  expect((await elsewhere.request.get(routes.records(), { maxRedirects: 0 })).status()).toBe(307)
  await signIn(page, someone.email, someone.password)
  await expect(page.getByRole('main').getByRole('alert')).toContainText('not right')
  await signIn(page, someone.email, NEW)
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()
  await elsewhere.close()
})

base(
  'without a mail server the administrator copies links, and withdraws an invitation',
  async ({ as, browser, app, person, seed }) => {
    const email = `${seed.mark}@example.test`
    const known = await person('SUPPORT')
    const admin = await as('ADMIN')
    await admin.goto(routes.forgot())
    await expect(admin.getByRole('heading', { name: 'Ask an administrator' })).toBeVisible()
    await admin.goto(routes.users())
    await ready(admin)
    await admin.getByRole('button', { name: 'Add user' }).click()
    const dialog = admin.getByRole('dialog', { name: 'Add user' })
    await dialog.getByLabel('Email').fill(email)
    await dialog.getByRole('button', { name: 'Invite' }).click()
    const copy = admin.getByRole('dialog', { name: 'Copy the link now' })
    await expect(copy.locator('code')).toContainText(`${app.origin}${routes.newPassword()}#`)
    expect(await violationsOn(admin)).toEqual([])
    await copy.getByRole('button', { name: 'I have copied it' }).click()
    await admin.getByRole('button', { name: `Actions for ${email}` }).click()
    await admin.getByRole('menuitem', { name: 'Withdraw invitation…' }).click()
    await admin.getByRole('alertdialog').getByRole('button', { name: 'Withdraw' }).click()
    await expect(admin.getByRole('row').filter({ hasText: email })).toHaveCount(0)

    await admin.getByRole('button', { name: `Actions for ${known.email}` }).click()
    await admin.getByRole('menuitem', { name: 'Make link for a new password' }).click()
    const link = (await copy.locator('code').textContent()) ?? ''
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(link)
    await ready(page)
    await choose(page)
    await expect(page.getByText('Your password is set. Sign in with it.')).toBeVisible()
    await signIn(page, known.email, NEW)
    await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()
    await context.close()
  },
)

test('who asks for a new password has their account there again', async ({ page }) => {
  await page.goto(routes.forgot())
  await ready(page)
  const email = page.getByLabel('Email')
  await email.fill('ada@example.test')
  const upgraded = await makeOlder(page)
  await page.getByRole('button', { name: 'Send the link' }).click()
  await expect(page.getByText(/app was upgraded after this page was loaded/)).toBeVisible()
  upgraded()
  await page.getByRole('button', { name: 'Reload' }).click()
  await expect(page.getByText(/app was upgraded after this page was loaded/)).toHaveCount(0)
  await expect(email).toHaveValue('ada@example.test')
  await page.getByRole('button', { name: 'Send the link' }).click()
  await expect(page.getByRole('heading', { name: 'Check your inbox' })).toBeVisible()
})
