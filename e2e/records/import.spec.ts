import { routes } from '@/lib/routes'
import { expect, test } from '../fixtures'
import { ready } from '../pages/ready'
import { violationsOn } from '../support/axe'

test('a ticket’s attachment becomes a selection, with what was not found', async ({
  as,
  browser,
  person,
  seed,
  signIn,
}) => {
  const mark = seed.mark
  await seed.record({ externalId: `${mark}-1` })
  await seed.record({ externalId: `${mark}-2`, deletedAt: '2026-01-01T00:00:00Z' })
  const page = await as('SUPPORT')
  await page.goto(routes.records())
  await ready(page)
  await page.getByRole('button', { name: 'Tools' }).click()
  await page.getByRole('menuitem', { name: 'Import ids' }).click()
  await page.getByLabel('File').setInputFiles({
    name: 'ticket.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`name,External ID\nAda,${mark}-1\nBob,${mark}-2\nCyd,=${mark}-3\nCyd,=${mark}-3\n`),
  })
  await expect(page.getByRole('status').filter({ hasText: '3 different ids' })).toBeVisible()
  await expect(page.getByLabel('Column')).toHaveValue('1')
  await expect(page.getByLabel('What it holds')).toHaveValue('externalId')
  expect(await violationsOn(page)).toEqual([])
  await page.getByRole('button', { name: 'Find the records' }).click()

  await expect(page.getByRole('heading', { name: 'ticket.csv' })).toBeVisible()
  await expect(page.getByText('2 records of 3 external ids: 1 live, 1 soft-deleted.')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: `=${mark}-3` })).toBeVisible()
  expect(await violationsOn(page)).toEqual([])
  const address = (await page.getByRole('link', { name: 'Download as CSV' }).getAttribute('href')) ?? ''
  expect(await (await page.request.get(address)).text()).toBe(`not found\r\n'=${mark}-3\r\n`)

  await page.getByRole('link', { name: 'Show the records' }).click()
  await expect(page.getByText('2 found, 1 not found.')).toBeVisible()
  await expect(page.getByRole('row', { name: new RegExp(`${mark}-[12]`) })).toHaveCount(2)

  const someone = await browser.newContext()
  await someone.addCookies([await signIn(await person('ADMIN'))])
  expect((await someone.request.get(address)).status()).toBe(404)
  const stranger = await browser.newContext()
  expect((await stranger.request.get(address, { maxRedirects: 0 })).status()).toBe(401)
})

test('ids are pasted, and what is too much or nothing is said before it is sent', async ({ as, seed }) => {
  const id = await seed.record()
  const page = await as('SUPPORT')
  await page.goto(routes.importIds())
  await ready(page)
  await expect(page.getByRole('button', { name: 'Find the records' })).toBeDisabled()
  await page.getByLabel('Or paste them').fill(`id\n${id}\n`)
  await expect(page.getByLabel('What it holds')).toHaveValue('id')
  await page.getByRole('button', { name: 'Find the records' }).click()
  await expect(page.getByText('Every id was found.')).toBeVisible()

  await page.goto(routes.importIds())
  await ready(page)
  const many = Array.from({ length: 100_001 }, (_, place) => `n${place}`).join('\n')
  await page.getByLabel('File').setInputFiles({ name: 'many.txt', mimeType: 'text/plain', buffer: Buffer.from(many) })
  await expect(page.getByText('more than can be imported at once')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Find the records' })).toBeDisabled()
})
