import { expect, test } from '../fixtures'
import { RecordPage } from '../pages/record-page'
import { RecordsPage } from '../pages/records-page'

test('an operator soft-deletes a record, sees it gone from the live list, and takes it back from the toast', async ({
  as,
  seed,
}) => {
  const id = await seed.record({ externalId: `${seed.mark}-1` })
  const page = await as('OPERATOR')
  const record = await RecordPage.open(page, id)

  await record.softDelete()
  await expect(record.restoreButton).toBeVisible()
  const first = await seed.deletedAtOf(id)
  expect(first).not.toBeNull()

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(record.softDeleteButton).toBeVisible()
  expect(await seed.deletedAtOf(id)).toBeNull()
  expect((await seed.auditOf(id)).map(({ action }) => action)).toEqual(['record.soft-delete', 'record.restore'])
})

test('a record that someone else deleted meanwhile keeps the first time of deletion', async ({ as, seed }) => {
  const deletedAt = '2026-01-02T03:04:05.678Z'
  const id = await seed.record()
  const page = await as('OPERATOR')
  const record = await RecordPage.open(page, id)
  await seed.deleteRecord(id, deletedAt)

  await record.softDelete()
  await expect(record.restoreButton).toBeVisible()
  expect((await seed.deletedAtOf(id))?.toISOString()).toBe(deletedAt)
  expect(await seed.auditOf(id)).toEqual([])
})

test('several selected records are deleted at once and restored from the deleted list', async ({ as, seed }) => {
  const ids = [await seed.record(), await seed.record(), await seed.record()]
  const page = await as('OPERATOR')
  const records = await RecordsPage.open(page, { q: `entityType:${seed.mark}` })
  await expect(records.rows).toHaveCount(3)

  await records.selectAll()
  await records.bulk('Soft-delete')
  await expect(page.getByText('No records match')).toBeVisible()
  for (const id of ids) expect(await seed.deletedAtOf(id)).not.toBeNull()

  const deleted = await RecordsPage.open(page, { q: `entityType:${seed.mark}`, state: 'deleted' })
  await expect(deleted.rows).toHaveCount(3)
  await deleted.selectAll()
  await deleted.bulk('Restore')
  await expect(page.getByText('No records match')).toBeVisible()
  for (const id of ids) expect(await seed.deletedAtOf(id)).toBeNull()
})

test('support may look but is offered no verb', async ({ as, seed }) => {
  const id = await seed.record()
  const page = await as('SUPPORT')
  const record = await RecordPage.open(page, id)
  await expect(record.softDeleteButton).toHaveCount(0)
  await expect(record.data).toBeVisible()
})

test('who may not restore a deleted record is told who may, and who may is offered the button alone', async ({
  as,
  browser,
  baseURL,
  person,
  seed,
  signIn,
}) => {
  const id = await seed.record({ deletedAt: '2026-01-02T03:04:05.678Z' })
  const told = 'It can be restored by an operator or administrator.'
  const page = await as('SUPPORT')
  const theirs = await RecordPage.open(page, id)
  await expect(page.getByRole('status').filter({ hasText: 'This record is soft-deleted.' })).toContainText(told)
  await expect(theirs.restoreButton).toHaveCount(0)

  const context = await browser.newContext({ baseURL })
  await context.addCookies([await signIn(await person('OPERATOR'))])
  const other = await context.newPage()
  const record = await RecordPage.open(other, id)
  await expect(record.restoreButton).toBeVisible()
  await expect(other.getByText('This record is soft-deleted.')).toBeVisible()
  await expect(other.getByText(told)).toHaveCount(0)
  await context.close()
})
