import { routes } from '@/lib/routes'
import { expect, test } from '../fixtures'
import { openWhole } from '../pages/every-page'

test('an entity tells what its records hold against what is declared, and each number leads to its records', async ({
  as,
  seed,
}) => {
  const connection = await seed.connection({ connectionId: `ada@${seed.mark}` })
  const entityId = await seed.entity(connection, 'DEAL')
  await seed.property(entityId, 'amount', { displayName: 'Amount', type: 'NUMBER' })
  await seed.property(entityId, 'never', { displayName: 'Never there', order: 1 })
  const record = await seed.record({ entityId, entityType: 'DEAL', data: '{"amount": 1, "stage": "won"}' })
  await seed.record({ entityId, entityType: 'DEAL', data: '{"amount": "a lot", "apiKey": "canary-5d1f"}' })
  await seed.record({ entityId, entityType: 'DEAL', data: '{}', externalId: `${seed.mark}-x` })
  await seed.record({ entityId, entityType: 'DEAL', data: '{}', externalId: `${seed.mark}-x` })
  const page = await as('SUPPORT')
  await openWhole(page, routes.record(record))
  await page.getByRole('definition').filter({ hasText: 'its records' }).getByRole('link', { name: 'DEAL' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'DEAL' })).toBeVisible()

  const keys = page.getByRole('region', { name: 'Keys in data', exact: true })
  await expect(keys).toContainText('1 key has values that contradict the type of the property')
  await expect(keys).toContainText('1 property was never there')
  await expect(keys).toContainText('2 keys have no property')
  const row = (name: string) => keys.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) })
  await expect(row('amount').getByRole('cell')).toContainText(['NUMBER', '50%', 'number 1', '1 of 2'])
  await expect(row('apiKey')).toContainText('masked 1')
  await expect(row('apiKey').getByRole('link')).toHaveCount(0)
  await expect(page.getByRole('main')).not.toContainText('canary-5d1f')
  await expect(page.getByRole('region', { name: 'Shared external ids' })).toContainText('1 external id has twins')

  await row('amount')
    .getByRole('link', { name: /contradicts its type/ })
    .click()
  await expect(page.getByRole('status').filter({ hasText: '1 record' })).toBeVisible()
  await page.goBack()
  await row('stage')
    .getByRole('link', { name: /without/ })
    .click()
  await expect(page.getByRole('status').filter({ hasText: '3 records' })).toBeVisible()
})

test('an entity without records and properties says so', async ({ as, seed }) => {
  const entityId = await seed.entity(await seed.connection())
  const page = await as('SUPPORT')
  await openWhole(page, routes.entity(entityId))
  await expect(page.getByText('It has no live records to look at.')).toBeVisible()
  await expect(page.getByText(/Mastra declares no properties for it: its records/)).toBeVisible()
  await expect(page.getByText('No batch has changed its records.')).toBeVisible()
})
