import { routes } from '@/lib/routes'
import { expect, test } from './fixtures'
import { ready } from './pages/ready'

test('an administrator adds someone, who can then sign in; a taken e-mail is said in the dialog', async ({
  as,
  browser,
  app,
  seed,
}) => {
  const page = await as('ADMIN')
  const email = `${seed.mark}@example.test`
  await page.goto(routes.users())
  await ready(page)
  const add = async () => {
    await page.getByRole('button', { name: 'Add user' }).click()
    const dialog = page.getByRole('dialog', { name: 'Add user' })
    await dialog.getByLabel('Email').fill(email)
    await dialog.getByLabel('With a password that you set').check()
    await dialog.getByLabel('Password', { exact: true }).fill('a long enough password')
    await dialog.getByLabel('Role').selectOption('OPERATOR')
    await dialog.getByRole('button', { name: 'Add user' }).click()
    return dialog
  }
  await expect(await add()).toBeHidden()
  await expect(page.getByRole('row').filter({ hasText: email })).toContainText('Active')
  const second = await add()
  await expect(second.getByRole('alert')).toContainText('is already a user')
  await expect(second.getByLabel('Email')).toHaveValue(email)

  const context = await browser.newContext({ baseURL: app.origin })
  const other = await context.newPage()
  await other.goto(routes.login())
  await ready(other)
  await other.getByLabel('Email').fill(email)
  await other.getByLabel('Password').fill('a long enough password')
  await other.getByRole('button', { name: 'Sign in' }).click()
  await expect(other.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()
  await expect(other.getByRole('link', { name: 'Users', exact: true })).toHaveCount(0)
  await context.close()
})

test('a demotion counts at the next request, also in a page that is open', async ({ as, person, seed, database }) => {
  const other = await person('OPERATOR')
  const page = await as('ADMIN')
  await page.goto(routes.users())
  await ready(page)
  await page.getByLabel(`Role of ${other.email}`).selectOption('SUPPORT')
  await expect(page.getByText(`${other.email} is now SUPPORT.`)).toBeVisible()
  const stored = await database.pool.query<{ role: string }>('SELECT role FROM mastra_admin."user" WHERE id = $1', [
    other.id,
  ])
  expect(stored.rows[0]?.role).toBe('SUPPORT')
  expect((await seed.auditOf(other.id)).map(({ action }) => action)).toEqual(['user.change-role'])

  await page.goto(routes.audit({ q: `subject.id:${other.id}` }))
  await ready(page)
  const row = page.getByRole('row').filter({ hasText: 'Changed role' })
  await row.getByRole('button', { name: 'Undo' }).click()
  await expect(row.getByText(/^Undone by/)).toBeVisible()
  await page.goto(routes.users())
  await expect(page.getByLabel(`Role of ${other.email}`)).toHaveValue('OPERATOR')
})

test('disabling is asked about, done, and undone from the toast', async ({ as, person }) => {
  const other = await person('SUPPORT')
  const page = await as('ADMIN')
  await page.goto(routes.users())
  await ready(page)
  await page.getByRole('button', { name: `Actions for ${other.email}` }).click()
  await page.getByRole('menuitem', { name: 'Disable…' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Disable' }).click()
  const row = page.getByRole('row').filter({ hasText: other.email })
  await expect(row).toContainText('Disabled')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(row).toContainText('Active')
})
