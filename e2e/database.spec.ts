import { routes } from '@/lib/routes'
import { expect, test } from './fixtures'
import { ready } from './pages/ready'

// Building indexes and adding triggers is for the owner of the tables; e2e/least-privilege.spec.ts has the app of everyone else.
test.use({ connectsAs: 'owner' })

test('an administrator builds an index, sees it ready, and drops it again; the trail has both', async ({ as }) => {
  const page = await as('ADMIN')
  await page.goto(routes.database())
  await ready(page)
  const row = page.getByRole('row').filter({ hasText: 'mastra_admin_records_deleted' })
  await expect(row).toContainText('Not built')
  await row.getByRole('button', { name: 'Build' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Build' }).click()
  await expect(page.getByText('Started building mastra_admin_records_deleted')).toBeVisible()
  await expect(async () => {
    await page.reload()
    await expect(row).toContainText('Ready', { timeout: 1_000 })
  }).toPass()
  await ready(page)
  await row.getByRole('button', { name: 'Drop' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Drop' }).click()
  await expect(row).toContainText('Not built')
  await page.goto(routes.audit({ q: 'subject.id:mastra_admin_records_deleted' }))
  await expect(page.getByText('Requested build of index')).toBeVisible()
  await expect(page.getByText('Requested drop of index')).toBeVisible()
})

test('an administrator adds the trigger, a cause is there within seconds, and drops it again', async ({
  as,
  seed,
  database,
}) => {
  const page = await as('ADMIN')
  await page.goto(routes.database())
  await ready(page)
  const row = page.getByRole('table', { name: 'Triggers that help' }).locator('tbody').getByRole('row')
  await expect(row).toContainText('Not added')
  await row.getByRole('button', { name: 'Add' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Add' }).click()
  await expect(page.getByText('Added the trigger issues.')).toBeVisible()
  await expect(row.getByRole('button', { name: 'Drop' })).toBeVisible()
  const id = await seed.connection({ issues: [`only the trigger tells of ${seed.mark}`] })
  // No page that looks by itself is open: the watch has been told.
  await expect
    .poll(async () => {
      const { rows } = await database.pool.query('select from mastra_admin.issue_sighting where connection_id = $1', [
        id,
      ])
      return rows.length
    })
    .toBe(1)
  await row.getByRole('button', { name: 'Drop' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Drop' }).click()
  await expect(row).toContainText('Not added')
  await page.goto(routes.audit({ q: 'subject.type:trigger' }))
  await expect(page.getByText('Added trigger')).toBeVisible()
  await expect(page.getByText('Dropped trigger')).toBeVisible()
})

test('the exact number of a list is told line by line, and a list that was not understood is refused', async ({
  as,
  seed,
}) => {
  await seed.record()
  await seed.record()
  const page = await as('SUPPORT')
  const counted = await page.request.get(routes.recordCount({ q: `entityType:${seed.mark}` }))
  const lines = (await counted.text()).trim().split('\n')
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ found: 2, done: true })
  expect((await page.request.get(routes.recordCount({ q: 'nonsense:1' }))).status()).toBe(400)
})
