import { routes } from '@/lib/routes'
import { expect, test } from './fixtures'
import { ready } from './pages/ready'
import { RecordPage } from './pages/record-page'

test('a change stands in the trail with before and after, and is undone from there', async ({ as, seed }) => {
  const id = await seed.record()
  const page = await as('OPERATOR')
  const record = await RecordPage.open(page, id)
  await record.softDelete()
  await expect(record.restoreButton).toBeVisible()

  await page.goto(routes.audit({ q: `subject.id:${id}` }))
  await ready(page)
  const row = page.getByRole('row').filter({ hasText: 'Soft-deleted record' })
  await expect(row).toContainText('deletedAt')
  await row.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('row').filter({ hasText: 'Restored record' })).toBeVisible()
  expect(await seed.deletedAtOf(id)).toBeNull()
  await expect(row.getByRole('button', { name: 'Undo' })).toHaveCount(0)
})

test('the trail of a record stands on its page', async ({ as, seed }) => {
  const id = await seed.record()
  const page = await as('OPERATOR')
  const record = await RecordPage.open(page, id)
  await record.softDelete()
  await expect(record.restoreButton).toBeVisible()
  await expect(page.getByRole('region', { name: /Audit trail|History/ })).toContainText('Soft-deleted record')
})

test('support reads the trail and cannot undo', async ({ as }) => {
  const page = await as('SUPPORT')
  await page.goto(routes.audit())
  await ready(page)
  await expect(page.getByRole('heading', { level: 1, name: 'Audit' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0)
})

test('who asks for a time before the first entry is told when the trail begins', async ({ as, seed }) => {
  const page = await as('OPERATOR')
  const record = await RecordPage.open(page, await seed.record())
  await record.softDelete()
  await expect(record.restoreButton).toBeVisible()
  await page.goto(routes.audit({ q: 'at:<2020-01-01' }))
  await expect(page.getByText(/^The trail begins on/)).toBeVisible()
  await page.goto(routes.audit({ q: `actor.email:${seed.mark}` }))
  await expect(page.getByRole('heading', { name: 'No entries match' })).toBeVisible()
  await expect(page.getByText(/^The trail begins on/)).toHaveCount(0)
})
