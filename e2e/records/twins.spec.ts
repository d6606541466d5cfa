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
