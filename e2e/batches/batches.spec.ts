import { routes } from '@/lib/routes'
import { expect, test } from '../fixtures'
import { BatchPage } from '../pages/batch-page'
import { RecordsPage } from '../pages/records-page'
import { violationsOn } from '../support/axe'

test('an operator soft-deletes all that match, sees what that did, and takes it back', async ({ as, seed }) => {
  await seed.records(230)
  const page = await as('OPERATOR')
  const records = await RecordsPage.open(page, { q: `entityType:${seed.mark}`, size: '100' })
  await records.selectAll()
  await page.getByRole('button', { name: 'Select all 230 matching' }).click()
  await expect(page.getByText('All 230 matching selected')).toBeVisible()
  await page.getByRole('button', { name: 'Soft-delete…' }).click()

  const batch = await BatchPage.preview(page)
  await expect(batch.title).toHaveText('Soft-delete 230 records')
  await expect(page.getByText('Nothing has been changed yet.')).toBeVisible()
  await expect(
    page.getByRole('table', { name: 'A sample of the records' }).locator('tbody').getByRole('row'),
  ).toHaveCount(8)
  expect(await seed.deletedCount()).toBe(0)
  expect(await violationsOn(page)).toEqual([])

  await batch.run()
  await expect(page.getByText('Soft-deleted 230 records')).toBeVisible()
  expect(await seed.deletedCount()).toBe(230)
  expect(await violationsOn(page)).toEqual([])

  const undo = await batch.undo()
  await expect(undo.title).toHaveText('Undo: restore 230 records')
  await page.getByRole('main').getByRole('button', { name: 'Undo 230 records' }).click()
  await undo.ended()
  expect(await seed.deletedCount()).toBe(0)

  await page.goto(routes.batches())
  await expect(page.getByRole('link', { name: 'Undo: restore 230 records' })).toBeVisible()
  expect(await violationsOn(page)).toEqual([])
})

test('rows stay selected on the other pages of the list, and are forgotten with its filter', async ({ as, seed }) => {
  const ids = await seed.records(30)
  const page = await as('OPERATOR')
  const records = await RecordsPage.open(page, { q: `entityType:${seed.mark}`, size: '25', sort: 'id', columns: 'id' })
  await page.getByRole('checkbox', { name: `Select ${seed.mark} ${ids[0]}` }).check()
  await page.getByRole('link', { name: 'Next' }).click()
  await expect(records.rows).toHaveCount(5)
  await page.getByRole('checkbox', { name: `Select ${seed.mark} ${ids[27]}` }).check()
  await expect(page.getByText('2 selected, 1 on other pages')).toBeVisible()

  await page.getByRole('button', { name: 'More' }).last().click()
  await page.getByRole('menuitem', { name: 'Set enrichment to PENDING…' }).click()
  const batch = await BatchPage.preview(page)
  await expect(batch.title).toHaveText('Set enrichment to PENDING for 2 records')
  await batch.run()
  const changed = await RecordsPage.open(page, { q: `entityType:${seed.mark} enrichmentStatus:PENDING`, columns: 'id' })
  await expect.poll(async () => (await changed.ids()).sort()).toEqual([ids[0], ids[27]])

  await changed.selectAll()
  await page.getByRole('button', { name: 'Clear the filter' }).first().click()
  await expect(page.getByText('2 selected')).toBeHidden()
})

test('an undo days later shows what changed since, and puts back only what is chosen', async ({ as, seed }) => {
  const [changed = '', kept = ''] = await seed.records(30)
  const page = await as('OPERATOR')
  const records = await RecordsPage.open(page, { q: `entityType:${seed.mark}`, size: '25' })
  await records.selectAll()
  await page.getByRole('button', { name: 'Select all 30 matching' }).click()
  await page.getByRole('button', { name: 'Soft-delete…' }).click()
  const batch = await BatchPage.preview(page)
  await batch.run()
  await seed.deleteRecord(changed, '2026-05-05T05:05:05.005Z')

  const undo = await batch.undo()
  await expect(undo.title).toHaveText('Undo: restore 29 records')
  const left = page.getByRole('region', { name: 'Left out' })
  await expect(left.getByText('1 record changed since the batch')).toBeVisible()
  await expect(left.getByRole('row').last()).toContainText('May 5, 2026')
  expect(await violationsOn(page)).toEqual([])
  await left.getByRole('checkbox', { name: `Select ${changed}` }).check()
  await left.getByRole('button', { name: 'Undo these too' }).click()
  await expect(undo.title).toHaveText('Undo: restore 30 records')
  await page.getByRole('main').getByRole('button', { name: 'Undo 30 records' }).click()
  await undo.ended()
  expect(await seed.deletedAtOf(changed)).toBeNull()
  expect(await seed.deletedAtOf(kept)).toBeNull()
})

test('support may look at batches, and is offered none of what changes them', async ({
  as,
  seed,
  person,
  signIn,
  page,
}) => {
  await seed.records(30)
  const operator = await as('OPERATOR')
  const records = await RecordsPage.open(operator, { q: `entityType:${seed.mark}`, size: '25' })
  await records.selectAll()
  await operator.getByRole('button', { name: 'Select all 30 matching' }).click()
  await operator.getByRole('button', { name: 'Soft-delete…' }).click()
  const batch = await BatchPage.preview(operator)
  await batch.run()
  const address = operator.url()

  await page.context().clearCookies()
  await page.context().addCookies([await signIn(await person('SUPPORT'))])
  await page.goto(address)
  await expect(page.getByText('Soft-deleted 30 records')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Undo…' })).toHaveCount(0)
  await RecordsPage.open(page, { q: `entityType:${seed.mark}`, state: 'deleted' })
  await expect(page.getByRole('checkbox')).toHaveCount(0)
})
