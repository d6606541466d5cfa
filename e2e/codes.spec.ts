import type { Page } from '@playwright/test'
import { routes } from '@/lib/routes'
import { expect, test } from './fixtures'
import { ready } from './pages/ready'
import { violationsOn } from './support/axe'
import { codeOf } from './support/codes'
import type { Person } from './support/people'

async function enter(page: Page, { email, password }: Person) {
  await page.goto(routes.login({ callbackUrl: routes.records() }))
  await ready(page)
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** Types the secret on the screen into an app, and its first code into the page. Gives the secret and the recovery codes. */
async function setUpApp(page: Page) {
  await expect(page.getByRole('img', { name: 'QR code of the secret' })).toBeVisible()
  const secret = (await page.getByText('Secret:').locator('..').innerText()).replace('Secret:', '').trim()
  await page.getByLabel('Code from the app').fill('000000')
  await page.getByRole('button', { name: 'Turn on' }).click()
  await expect(page.getByText('This code is not right')).toBeVisible()
  expect(await violationsOn(page)).toEqual([])
  await page.getByLabel('Code from the app').fill(codeOf(secret))
  await page.getByRole('button', { name: 'Turn on' }).click()
  const codes = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem')
  await expect(codes).toHaveCount(10)
  expect(await violationsOn(page)).toEqual([])
  const recovery = await codes.allInnerTexts()
  await page.getByRole('button', { name: 'I have saved them' }).click()
  return { secret, recovery }
}

test('one-time codes are set up, asked for at the sign-in, replaced by a recovery code, and turned off', async ({
  page,
  person,
  signIn,
  browser,
  app,
}) => {
  const someone = await person('SUPPORT')
  await page.context().addCookies([await signIn(someone)])
  await page.goto(routes.account())
  await ready(page)
  await page.getByRole('button', { name: 'Set up…' }).click()
  const { secret, recovery } = await setUpApp(page)
  const section = page.getByRole('region', { name: 'One-time codes' })
  await expect(section).toContainText('10 recovery codes are left.')

  const other = await (await browser.newContext({ baseURL: app.origin })).newPage()
  await enter(other, someone)
  await expect(other.getByLabel('One-time code')).toBeFocused()
  expect(await violationsOn(other)).toEqual([])
  await other.getByLabel('One-time code').fill('123456')
  await other.getByRole('button', { name: 'Sign in' }).click()
  await expect(other.getByRole('main').getByRole('alert')).toContainText('This code is not right')
  await other.getByLabel('One-time code').fill(codeOf(secret, 1))
  await other.getByRole('button', { name: 'Sign in' }).click()
  await expect(other.getByRole('heading', { level: 1, name: 'Records' })).toBeVisible()
  await other.context().clearCookies()
  await enter(other, someone)
  await other.getByLabel('One-time code').fill(recovery[0] ?? '')
  await other.getByRole('button', { name: 'Sign in' }).click()
  await expect(other.getByRole('heading', { level: 1, name: 'Records' })).toBeVisible()
  await other.context().close()

  await page.reload()
  await ready(page)
  await expect(section).toContainText('9 recovery codes are left.')
  await section.getByRole('button', { name: 'Turn off…' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Turn off' }).click()
  await expect(page.getByText('One-time codes are off.')).toBeVisible()
  await expect(section.getByRole('button', { name: 'Set up…' })).toBeVisible()
})

test('a role that must have one-time codes is led to set them up and gets nowhere else', async ({
  page,
  as,
  person,
  browser,
  app,
  database,
}) => {
  const admin = await as('ADMIN')
  const someone = await person('OPERATOR')
  await admin.goto(routes.users())
  await ready(admin)
  await admin.getByRole('button', { name: 'Rules…' }).click()
  await admin.getByRole('dialog').getByLabel('OPERATOR').check()
  expect(await violationsOn(admin)).toEqual([])
  await admin.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(admin.getByText('The rules were saved.')).toBeVisible()
  const theirs = await (await browser.newContext({ baseURL: app.origin })).newPage()
  try {
    await enter(theirs, someone)
    await expect(theirs).toHaveURL(/\/login\/codes/)
    await ready(theirs)
    expect(await violationsOn(theirs)).toEqual([])
    for (const address of [routes.overview(), routes.account(), routes.login()]) {
      await theirs.goto(address)
      await expect(theirs).toHaveURL(/\/login\/codes/)
    }
    expect((await theirs.request.get(routes.recordExport({ format: 'csv' }), { maxRedirects: 0 })).status()).toBe(401)
    await ready(theirs)
    await theirs.getByRole('button', { name: 'Begin' }).click()
    await setUpApp(theirs)
    await expect(theirs.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()
    await admin.reload()
    await ready(admin)
    const row = admin.getByRole('row').filter({ hasText: someone.email })
    await row.getByRole('button', { name: `Actions for ${someone.email}` }).click()
    await admin.getByRole('menuitem', { name: 'Reset one-time codes…' }).click()
    await admin.getByRole('alertdialog').getByRole('button', { name: 'Reset' }).click()
    await expect(page.getByText(`${someone.email} is no longer asked for a one-time code.`)).toBeVisible()
    await theirs.goto(routes.records())
    await expect(theirs).toHaveURL(/\/login/)
  } finally {
    await database.pool.query(`DELETE FROM mastra_admin.setting WHERE name LIKE 'rules.%'`)
    await theirs.context().close()
  }
})
