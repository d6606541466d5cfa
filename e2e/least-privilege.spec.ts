import { APP_ROLE } from '@/lib/db/test-app-role'
import { routes } from '@/lib/routes'
import { expect, test } from './fixtures'
import { ready } from './pages/ready'

test('the app of these tests is connected as the role of least privilege, with every session it has', async ({
  app,
  database,
  as,
}) => {
  const page = await as('SUPPORT')
  await page.goto(`${app.origin}${routes.records()}`)
  await ready(page)
  const { rows } = await database.pool.query<{ usename: string; super: boolean }>(
    `select distinct a.usename, r.rolsuper as super from pg_stat_activity a join pg_roles r on r.rolname = a.usename
     where a.datname = current_database() and a.application_name like 'mastra-admin%'`,
  )
  expect(rows).toEqual([{ usename: APP_ROLE, super: false }])
})

test('who may not build indexes or add triggers is given the command for whoever owns the tables', async ({ as }) => {
  const page = await as('ADMIN')
  await page.goto(routes.database())
  await ready(page)
  await expect(page.getByText('does not own Mastra’s tables')).toHaveCount(2)
  const row = page
    .getByRole('table', { name: 'Indexes that help' })
    .getByRole('row')
    .filter({ hasText: 'mastra_admin_records_deleted' })
  await expect(row).toContainText('Not built')
  await expect(page.getByRole('button', { name: 'Build', exact: true })).toHaveCount(0)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await row.getByRole('button', { name: 'Copy command to build' }).click()
  await expect(row.getByText('Copied the command to build')).toBeAttached()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    'npm run admin -- db index add mastra_admin_records_deleted',
  )
  const triggers = page.getByRole('table', { name: 'Triggers that help' })
  await expect(triggers.getByRole('button', { name: 'Copy command to add' })).toBeVisible()
  await expect(triggers.getByRole('button', { name: 'Add', exact: true })).toHaveCount(0)
})
