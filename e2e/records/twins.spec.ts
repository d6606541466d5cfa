import { routes } from '@/lib/routes'
import { expect, test } from '../fixtures'
import { ready } from '../pages/ready'
import { violationsOn } from '../support/axe'

test('a record with a live twin is restored only after both have been shown', async ({ as, seed }) => {
  const entityId = await seed.entity(await seed.connection())
  const externalId = `${seed.mark}-twin`
  const deleted = await seed.record({
    entityId,
    externalId,
    data: '{"stage": "lead", "token": "do-not-show"}',
    deletedAt: '2026-01-01T00:00:00.000Z',
  })
  await seed.record({ entityId, externalId, data: '{"stage": "customer", "token": "nor-this"}' })
  const page = await as('OPERATOR')
  await page.goto(routes.record(deleted))
  await ready(page)
  await page.getByRole('button', { name: 'Restore' }).click()

  const dialog = page.getByRole('dialog', { name: 'This record has a live twin' })
  await expect(dialog.getByRole('region', { name: 'Deleted record' })).toContainText(deleted)
  await expect(dialog.getByRole('row', { name: /stage/ })).toContainText('customer')
  await expect(dialog).not.toContainText('do-not-show')
  expect(await violationsOn(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Leave deleted' }).click()
  await expect(dialog).toBeHidden()
  expect(await seed.deletedAtOf(deleted)).not.toBeNull()

  await page.getByRole('button', { name: 'Restore' }).click()
  await dialog.getByRole('button', { name: 'Restore beside its twin' }).click()
  await expect(page.getByText('Restored 1 record.')).toBeVisible()
  expect(await seed.deletedAtOf(deleted)).toBeNull()
})

test('twins are found, compared and resolved by keeping one, and Undo brings the other back', async ({ as, seed }) => {
  const entityId = await seed.entity(await seed.connection())
  const externalId = `${seed.mark}-group`
  const older = await seed.record({
    entityId,
    externalId,
    data: '{"stage": "lead", "token": "do-not-show"}',
    createdAt: '2026-01-01T00:00:00Z',
  })
  const newer = await seed.record({ entityId, externalId, data: '{"stage": "customer", "token": "do-not-show"}' })
  const page = await as('OPERATOR')
  await page.goto(routes.twins({ externalId: seed.mark }))
  await ready(page)
  const row = page.getByRole('row', { name: externalId })
  await expect(row).toContainText('data.stage')
  await row.getByRole('link', { name: externalId }).click()

  const sides = page.getByRole('region', { name: 'Twins side by side' })
  await expect(sides.getByRole('row', { name: /data.stage/ })).toContainText(/lead.*customer/)
  await expect(sides).not.toContainText('do-not-show')
  // A sync writes to one of them meanwhile: what is done is what was seen, or nothing.
  await seed.syncData(older, '{"stage": "won"}')
  await sides.getByRole('button', { name: 'Keep this one' }).last().click()
  await expect(page.getByText('These records have changed since you looked')).toBeVisible()
  expect(await seed.deletedAtOf(older)).toBeNull()
  await expect(sides.getByRole('row', { name: /data.stage/ })).toContainText('won')

  await sides.getByRole('button', { name: 'Keep this one' }).last().click()
  await expect(page).toHaveURL(routes.record(newer))
  expect(await seed.deletedAtOf(older)).not.toBeNull()
  expect(await seed.deletedAtOf(newer)).toBeNull()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Undone.')).toBeVisible()
  expect(await seed.deletedAtOf(older)).toBeNull()
})

test('support sees twins, from a record too, but decides nothing', async ({ as, seed }) => {
  const entityId = await seed.entity(await seed.connection())
  const externalId = `${seed.mark}-seen`
  const [record] = [await seed.record({ entityId, externalId }), await seed.record({ entityId, externalId })]
  const page = await as('SUPPORT')
  await page.goto(routes.record(record))
  await ready(page)
  await page.getByRole('link', { name: 'Compare' }).click()
  await expect(page.getByText('Nothing differs in their data')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Keep this one' })).toHaveCount(0)
})
