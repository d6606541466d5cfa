import type { Page } from '@playwright/test'
import { routes } from '@/lib/routes'
import { expect, test } from './fixtures'
import { EditPage } from './pages/edit-page'
import { ready } from './pages/ready'
import { violationsOn } from './support/axe'
import { makeOlder } from './support/older-page'

const SAID = /app was upgraded after this page was loaded/

/** What the browser keeps of what was typed, as text. */
const kept = (page: Page) => page.evaluate(() => JSON.stringify(sessionStorage))

async function reload(page: Page, upgraded: () => void): Promise<void> {
  await expect(page.getByText(SAID)).toBeVisible()
  upgraded()
  await page.getByRole('button', { name: 'Reload' }).click()
  await expect(page.getByText(SAID)).toHaveCount(0)
  await ready(page)
}

test('a dialog has what was typed again after the reload, but never a password', async ({ as, seed }) => {
  const page = await as('ADMIN')
  await page.goto(routes.users())
  await ready(page)
  const upgraded = await makeOlder(page)
  const email = `upgrade.${seed.mark}@example.test`
  await page.getByRole('button', { name: 'Add user' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Email').fill(email)
  await dialog.getByRole('button', { name: 'Invite', exact: true }).click()
  await expect(dialog.getByLabel('Email')).toHaveValue(email)
  await reload(page, upgraded)
  await page.getByRole('button', { name: 'Add user' }).click()
  await expect(dialog.getByLabel('Email')).toHaveValue(email)

  await page.goto(routes.account())
  await ready(page)
  await makeOlder(page)
  await page.getByRole('button', { name: 'Change password…' }).click()
  const fields = dialog.locator('input[type=password]')
  await expect(fields.first()).toBeVisible()
  for (const field of await fields.all()) await field.fill('long-enough-and-secret')
  await dialog.getByRole('button', { name: 'Change password' }).click()
  await expect(dialog.getByText(SAID)).toBeVisible()
  expect(await kept(page)).not.toContain('long-enough-and-secret')
})

test('whose session has ended while typing finds it again after signing in', async ({ page, person, signIn, seed }) => {
  const admin = await person('ADMIN')
  const email = `ended.${seed.mark}@example.test`
  const dialog = page.getByRole('dialog')
  const enter = async () => {
    await page.context().addCookies([await signIn(admin)])
    await page.goto(routes.users())
    await ready(page)
    await page.getByRole('button', { name: 'Add user' }).click()
  }
  await enter()
  await dialog.getByLabel('Email').fill(email)
  await page.context().clearCookies()
  await dialog.getByRole('button', { name: 'Invite', exact: true }).click()
  await page.waitForURL(/\/login/)
  await enter()
  await expect(dialog.getByLabel('Email')).toHaveValue(email)
})

test('the change of a record is there again, compared with what was seen, and secrets are not kept', async ({
  as,
  seed,
}) => {
  const id = await seed.record({ data: '{"name": "Ada", "city": "London", "big": 12345678901234567890}' })
  const page = await as('OPERATOR')
  const edit = await EditPage.open(page, id)
  await edit.write('{"name": "Eve", "city": "Rome", "big": 12345678901234567891, "api_key": "typed-secret"}')
  await edit.review.click()
  const upgraded = await makeOlder(page)
  await edit.save.click()
  await expect(edit.reviewed.getByText(SAID)).toBeVisible()
  expect(await violationsOn(page)).toEqual([])
  expect(await kept(page)).toContain('Rome')
  expect(await kept(page)).not.toContain('typed-secret')
  await seed.syncData(id, '{"city": "Paris"}')
  await reload(page, upgraded)

  await expect(page.getByText(/filled in again, except for secrets/)).toBeVisible()
  expect(await kept(page)).not.toContain('Rome')
  const again = await EditPage.on(page)
  await expect(again.data).toContainText('"Eve"')
  await expect(again.data).toContainText('12345678901234567891')
  await again.review.click()
  await again.save.click()
  await expect(again.conflict.getByRole('group', { name: 'data.city' })).toContainText('Paris')
  expect(await seed.dataOf(id)).toContain('"name": "Ada"')

  // What was filled in once is not filled in a second time.
  page.on('dialog', (dialog) => dialog.accept())
  await page.reload()
  await ready(page)
  await expect((await EditPage.on(page)).data).toContainText('"Ada"')
})

test('a record that was being made is there again', async ({ as, seed }) => {
  const entityId = await seed.entity(await seed.connection())
  const page = await as('OPERATOR')
  await page.goto(routes.recordNew({ entityId }))
  await ready(page)
  const edit = await EditPage.on(page)
  await edit.write('{"name": "Grace"}')
  await page.getByLabel('External id').fill(`new-${seed.mark}`)
  const upgraded = await makeOlder(page)
  await page.getByRole('button', { name: 'Create record' }).click()
  await reload(page, upgraded)
  await expect(page.getByLabel('External id')).toHaveValue(`new-${seed.mark}`)
  await expect((await EditPage.on(page)).data).toContainText('"Grace"')
  await page.getByRole('button', { name: 'Create record' }).click()
  await expect(page.getByText('Created the record.')).toBeVisible()
})

test('a channel of notices is there again, but for the address of its receiver', async ({ as, seed }) => {
  const page = await as('ADMIN')
  await page.goto(routes.noticeNew('webhook'))
  await ready(page)
  await page.getByLabel('Name').fill(`Team ${seed.mark}`)
  await page.getByLabel('Address', { exact: true }).fill('https://receiver.example/in/path-secret')
  await page.getByLabel('Integrations').fill('HUBSPOT\nGMAIL')
  await page.getByLabel('Quiet hours').check()
  await page.getByLabel('From').fill('21:15')
  const upgraded = await makeOlder(page)
  await page.getByRole('button', { name: 'Add channel' }).click()
  await expect(page.getByText(SAID)).toBeVisible()
  expect(await kept(page)).not.toContain('path-secret')
  await page.getByLabel('Name').fill(`Team of ${seed.mark}`)
  await reload(page, upgraded)

  await expect(page.getByText(/filled in again, except for the address/)).toBeInViewport()
  await expect(page.getByLabel('Name')).toHaveValue(`Team of ${seed.mark}`)
  await expect(page.getByLabel('Address', { exact: true })).toHaveValue('')
  await expect(page.getByLabel('Integrations')).toHaveValue('HUBSPOT\nGMAIL')
  await expect(page.getByLabel('From')).toHaveValue('21:15')
  await page.getByLabel('Address', { exact: true }).fill('https://receiver.example/in/path-secret')
  await page.getByRole('button', { name: 'Add channel' }).click()
  await expect(page.getByRole('dialog', { name: 'Copy the secret now' })).toBeVisible()
})

test('a note is there again, and another thing has none of it', async ({ as, seed }) => {
  const [one, other] = [await seed.connection(), await seed.connection()]
  const page = await as('SUPPORT')
  await page.goto(routes.connection(one))
  await ready(page)
  const note = page.getByRole('textbox', { name: 'New note' })
  await note.fill('half a note')
  const upgraded = await makeOlder(page)
  await page.getByRole('button', { name: 'Add note' }).click()
  await expect(page.getByText(SAID)).toBeVisible()
  await page.goto(routes.connection(other))
  await ready(page)
  await expect(note).toHaveValue('')
  await page.goto(routes.connection(one))
  await ready(page)
  await expect(note).toHaveValue('half a note')
  upgraded()
  await page.getByRole('button', { name: 'Add note' }).click()
  await expect(note).toHaveValue('')
  await expect(page.getByText('half a note').first()).toBeVisible()
})
