import type { Page } from '@playwright/test'
import { routes } from '@/lib/routes'
import { expect, test } from '../fixtures'
import { RecordsPage } from '../pages/records-page'

const peek = (page: Page) => page.getByRole('complementary', { name: 'Peek' })

test('p peeks at a row, arrows go along, Escape and Back close; the list is not asked for again', async ({
  as,
  seed,
}) => {
  const first = await seed.record({ externalId: 'first-one', createdAt: '2026-01-02T00:00:00Z' })
  const second = await seed.record({
    externalId: 'second-one',
    createdAt: '2026-01-01T00:00:00Z',
    data: '{"token": "canary", "name": "Ada"}',
  })
  const records = await RecordsPage.open(await as('SUPPORT'), { q: `entityType:${seed.mark}` })
  const { page } = records
  await expect(records.rows).toHaveCount(2)
  await records.enterRows()
  const lists: string[] = []
  page.on('request', (request) => {
    // The way to all records, in the frame, may be fetched ahead at any time.
    const { pathname, searchParams } = new URL(request.url())
    if (pathname === routes.records() && searchParams.has('q')) lists.push(request.url())
  })

  await page.keyboard.press('p')
  await expect(peek(page).getByRole('heading', { name: 'first-one' })).toBeVisible()
  await expect(page).toHaveURL(new RegExp(`peek=${first}`))
  await page.keyboard.press('ArrowDown')
  await expect(peek(page).getByRole('heading', { name: 'second-one' })).toBeVisible()
  await expect(peek(page).getByRole('treeitem', { name: /^name/ })).toContainText('Ada')
  await expect(peek(page)).not.toContainText('canary')
  await expect(page).toHaveURL(new RegExp(`peek=${second}`))
  await expect(records.rows.nth(1)).toBeFocused()

  await page.keyboard.press('p')
  await expect(peek(page).getByRole('heading', { name: 'second-one' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(peek(page)).toHaveCount(0)
  await expect(records.rows.nth(1)).toBeFocused()
  await expect(page).not.toHaveURL(/peek=/)

  await page.keyboard.press('p')
  await expect(peek(page)).toBeVisible()
  await expect(page).toHaveURL(/peek=/)
  await page.goBack()
  await expect(peek(page)).toHaveCount(0)
  await expect(records.rows).toHaveCount(2)
  expect(lists).toEqual([])

  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toContainText('Peek at the row')
})

test('an address with a peek shows it to whoever opens it, with the verbs of their role', async ({ as, seed }) => {
  test.slow()
  const id = await seed.record({ externalId: 'peeked' })
  const page = await as('OPERATOR')
  const query = { q: `entityType:${seed.mark}` }
  const records = await RecordsPage.open(page, { ...query, peek: id })
  await expect(peek(page).getByRole('heading', { name: 'peeked' })).toBeVisible()
  await peek(page).getByRole('button', { name: 'Soft-delete' }).click()
  await expect(peek(page).getByRole('button', { name: 'Restore' })).toBeVisible()
  await expect(page.getByText('No records match')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(records.rows).toHaveCount(1)
  await expect(peek(page).getByRole('button', { name: 'Soft-delete' })).toBeVisible()
  await peek(page).getByRole('link', { name: 'Open' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'peeked' })).toBeVisible()
  await page.goBack()
  await expect(peek(page).getByRole('heading', { name: 'peeked' })).toBeVisible()

  await RecordsPage.open(page, { ...query, peek: 'no-such-record' })
  await expect(peek(page)).toContainText('There is no record with this id')
  await peek(page).getByRole('button', { name: 'Close the peek' }).click()
  await expect(peek(page)).toHaveCount(0)
})

test('a peek is a sheet on a phone; support is offered no verb, and a stranger nothing', async ({
  as,
  request,
  seed,
}) => {
  const id = await seed.record({ externalId: 'peeked' })
  expect((await request.get(routes.recordPeek(id), { maxRedirects: 0 })).status()).toBe(401)
  const page = await as('SUPPORT')
  await page.setViewportSize({ width: 390, height: 844 })
  await RecordsPage.open(page, { q: `entityType:${seed.mark}` })
  await page.getByRole('button', { name: `Peek at ${seed.mark} peeked` }).click()
  await expect(peek(page).getByRole('heading', { name: 'peeked' })).toBeInViewport()
  await expect(peek(page).getByText('External id')).toBeInViewport()
  await expect(peek(page).getByRole('button', { name: /Soft-delete|Restore/ })).toHaveCount(0)
  await page.reload()
  await expect(peek(page).getByRole('heading', { name: 'peeked' })).toBeInViewport()
})
