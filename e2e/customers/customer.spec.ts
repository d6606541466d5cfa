import { routes } from '@/lib/routes'
import { expect, test } from '../fixtures'
import { openUntil, ready } from '../pages/ready'

test('an end user is one page: every integration, what is wrong, how many records, and notes', async ({ as, seed }) => {
  const reference = `ada/${seed.mark}@acme.example`
  const failing = await seed.connection({
    name: 'HUBSPOT',
    connectionId: reference,
    issues: [`${seed.words()} token=canary7c9d1e`],
  })
  await seed.connection({ name: 'SLACK', connectionId: reference })
  const entityId = await seed.entity(failing, 'CONTACT')
  for (const status of ['ACTIVE', 'ACTIVE', 'ARCHIVED'] as const)
    await seed.record({ entityId, entityType: 'CONTACT', status })
  const page = await as('SUPPORT')
  await page.goto(routes.connection(failing))
  await ready(page)
  await page.getByRole('main').getByRole('link', { name: 'End user', exact: true }).click()
  await expect(page).toHaveURL(new RegExp(encodeURIComponent(reference).replaceAll('.', '\\.')))
  const connections = page.getByRole('region', { name: 'Connections' })
  await expect(connections.getByRole('listitem')).toHaveCount(2)
  await expect(connections.getByRole('listitem').filter({ hasText: 'HUBSPOT' })).toContainText('Failing')
  await expect(connections.getByRole('listitem').filter({ hasText: 'SLACK' })).toContainText('Unknown')
  await expect(page.getByRole('main')).not.toContainText('canary7c9d1e')
  const row = page.getByRole('region', { name: 'Records', exact: true }).getByRole('row').filter({ hasText: 'CONTACT' })
  await expect(row.getByRole('cell')).toContainText(['HUBSPOT', '2', '1', '0'])

  await page.getByLabel('New note').fill('Called on Monday')
  await page.getByRole('button', { name: 'Add note' }).click()
  await expect(page.getByText('Called on Monday')).toBeVisible()
  await row.getByRole('link', { name: 'CONTACT', exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: '3 records' })).toBeVisible()
})

test('end users are found by what their reference begins with, and a timeline can be narrowed to a kind', async ({
  as,
  seed,
}) => {
  const reference = `${seed.mark}@acme.example`
  const message = seed.words()
  const failing = await seed.connection({ name: 'HUBSPOT', connectionId: reference, issues: [message] })
  await seed.connection({ name: 'SLACK', connectionId: reference })
  await seed.connection({ name: 'SLACK', connectionId: `${seed.mark}-other` })
  const page = await as('SUPPORT')
  await page.goto(routes.customers())
  await ready(page)
  await page.getByLabel('Reference begins with').fill(seed.mark)
  await page.getByRole('button', { name: 'Find' }).click()
  await expect(page).toHaveURL(/begins=/)
  const rows = page.getByRole('row').filter({ hasText: seed.mark })
  await expect(rows).toHaveCount(2)
  await page.getByRole('link', { name: 'With issues' }).click()
  await expect(rows).toHaveCount(1)
  await expect(rows).toContainText('HUBSPOT, SLACK')
  await page.getByRole('link', { name: reference }).click()
  const changes = page.getByRole('region', { name: 'Recent changes' })
  await expect(changes.getByRole('listitem').filter({ hasText: 'Connected' })).toHaveCount(2)

  const timeline = page.getByRole('region', { name: 'Timeline' })
  await openUntil(page, routes.connection(failing), timeline.getByText('Issue appeared'))
  await timeline.getByRole('link', { name: 'Issues' }).click()
  await expect(page).toHaveURL(/timeline\?kind=issue/)
  await expect(page.getByRole('main')).toContainText('Issue appeared')
  await expect(page.getByRole('main')).not.toContainText('Connected')
})
