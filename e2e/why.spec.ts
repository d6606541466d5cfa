import { routes } from '@/lib/routes'
import { expect, test } from './fixtures'
import { openWhole } from './pages/every-page'
import { RecordPage } from './pages/record-page'

test('who looks for a deleted record in a list is told who deleted it and which term hides it, as text too', async ({
  as,
  seed,
}) => {
  const record = await seed.record({ data: '{"name": "Lost"}' })
  const page = await as('OPERATOR')
  const shown = await RecordPage.open(page, record)
  await shown.softDelete()
  // Done: who goes on before may take the request along.
  await expect(shown.restoreButton).toBeVisible()
  await openWhole(page, routes.records({ q: `status:ARCHIVED entityType:${seed.mark}` }))
  await page.getByRole('link', { name: 'Why can’t I see it?' }).click()
  await page.getByRole('textbox', { name: 'What is missing?' }).fill(record)
  await page.getByRole('button', { name: 'Find out' }).click()
  const region = page.getByRole('region', { name: /^The record/ })
  await expect(region.getByText(/soft-deleted by .+@.+ on/)).toBeVisible()
  await expect(
    region.getByText(/asks for status:ARCHIVED, which this record does not match: it has ACTIVE/),
  ).toBeVisible()
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: 'Copy as text' }).click()
  await expect(page.getByText('Copied the explanation.')).toBeVisible()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toContain('soft-deleted by')
  expect(copied).toContain(routes.record(record))
  await region.getByRole('link', { name: 'The same list with all states' }).click()
  await expect(page).toHaveURL(/state=all/)
})

test('an end user of whom a record is deleted is told so, with the list of it', async ({ as, seed }) => {
  const connectionId = `user-${seed.mark}`
  const entityId = await seed.entity(await seed.connection({ connectionId }))
  await seed.record({ entityId })
  await seed.record({ entityId, externalId: `${seed.mark}-gone`, deletedAt: '2026-01-01T00:00:00Z' })
  const page = await as('SUPPORT')
  await openWhole(page, routes.why({ q: connectionId }))
  const finding = page.getByRole('listitem').filter({ hasText: '1 record of the end user is soft-deleted.' })
  await expect(finding).toContainText('May be why')
  await finding.getByRole('link', { name: 'Show the deleted records' }).click()
  await expect(page.getByRole('row').filter({ hasText: `${seed.mark}-gone` })).toBeVisible()
  await expect(page).toHaveURL(/state=deleted/)
})

test('the search leads there from whatever was not found, with the list along', async ({ as, seed }) => {
  const page = await as('SUPPORT')
  await openWhole(page, routes.records({ q: 'status:ACTIVE' }))
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Search' }).fill(`missing-${seed.mark}`)
  await page.getByRole('option', { name: /Why can’t I see/ }).click()
  await expect(page).toHaveURL(/\/why\?q=missing-.*list=/)
  await expect(page.getByRole('heading', { name: 'Nothing here has this id, reference or text' })).toBeVisible()
})

test('before anything was asked, the page tells what it will look at', async ({ as }) => {
  const page = await as('SUPPORT')
  await openWhole(page, routes.why())
  const steps = page.getByRole('region', { name: 'What is checked' })
  await expect(steps.getByRole('listitem')).toHaveCount(7)
  await page.getByRole('textbox', { name: 'What is missing?' }).fill('no-such-thing')
  await page.getByRole('button', { name: 'Find out' }).click()
  await expect(page.getByRole('heading', { name: 'Nothing here has this id, reference or text' })).toBeVisible()
  await expect(steps).toHaveCount(0)
})

test('what cannot be looked for is answered with a sentence', async ({ as }) => {
  const page = await as('SUPPORT')
  for (const q of ['x'.repeat(5_000), '%00', 'شركة', '%_', 'a:(']) {
    const response = await page.goto(routes.why({ q }))
    expect(response?.status(), q.slice(0, 9)).toBe(200)
    await expect(page.getByRole('heading', { name: 'Why can’t I see it?', level: 1 })).toBeVisible()
  }
  expect((await page.goto(`${routes.why()}?q=a&q=b`))?.status()).toBe(200)
})
