import type { Page } from '@playwright/test'
import { routes } from '@/lib/routes'
import { expect, test } from './fixtures'
import { RecordsPage } from './pages/records-page'

const menu = (page: Page) => page.getByRole('button', { name: /^(View: |Views)/ })

async function choose(page: Page, item: string): Promise<void> {
  await menu(page).click()
  await page.getByRole('menu').getByText(item, { exact: true }).click()
}

test('a view is saved, changed, reset, saved again, deleted and put back', async ({ as, seed }) => {
  test.slow()
  await seed.record({ externalId: 'live-one' })
  await seed.record({ externalId: 'deleted-one', deletedAt: '2026-01-01T00:00:00Z' })
  const page = await as('SUPPORT')
  const records = await RecordsPage.open(page, { q: `entityType:${seed.mark}`, columns: 'externalId,status' })
  await choose(page, 'Save as a new view…')
  await page.getByRole('dialog').getByLabel('Name').fill('Mine')
  await page.getByRole('button', { name: 'Save view' }).click()
  await expect(menu(page)).toHaveText('View: Mine')
  const view = new URL(page.url()).searchParams.get('view')

  await page.getByRole('navigation', { name: 'State' }).getByRole('link', { name: 'All' }).click()
  await expect(records.rows).toHaveCount(2)
  await expect(menu(page)).toContainText('changed')
  await page.getByRole('link', { name: 'Reset' }).click()
  await expect(records.rows).toHaveCount(1)
  await expect(menu(page)).toHaveText('View: Mine')
  await page.getByRole('navigation', { name: 'State' }).getByRole('link', { name: 'All' }).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Saved “Mine”.')).toBeVisible()
  await expect(menu(page)).toHaveText('View: Mine')

  // The address alone leads there too, as from the audit trail.
  await page.goto(routes.view(view ?? ''))
  await expect(records.rows).toHaveCount(2)
  expect(new URL(page.url()).searchParams.get('state')).toBe('all')

  await choose(page, 'Delete')
  await expect(menu(page)).toHaveText('Views')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Undone.')).toBeVisible()
  await choose(page, 'Mine')
  await expect(menu(page)).toHaveText('View: Mine')
})

test('a shared view is the default of a role until it is not; support sees it, copies it and changes nothing', async ({
  as,
  browser,
  baseURL,
  person,
  seed,
  signIn,
  database,
}) => {
  test.slow()
  await seed.record({ externalId: 'shown' })
  const name = `Shared ${seed.mark}`
  const page = await as('ADMIN')
  await RecordsPage.open(page, { q: `entityType:${seed.mark}` })
  await choose(page, 'Save as a new view…')
  await page.getByRole('dialog').getByLabel('Name').fill(name)
  await page.getByRole('dialog').getByLabel('Share it with everyone').check()
  await page.getByRole('button', { name: 'Save view' }).click()
  await expect(menu(page)).toHaveText(`View: ${name}`)
  try {
    await menu(page).click()
    await page.getByRole('menuitemcheckbox', { name: 'SUPPORT' }).click()
    await expect(page.getByText(`SUPPORT now opens the table with “${name}”.`)).toBeVisible()

    const context = await browser.newContext({ baseURL })
    await context.addCookies([await signIn(await person('SUPPORT'))])
    const theirs = await RecordsPage.open(await context.newPage())
    await expect(theirs.rows).toHaveCount(1)
    await expect(theirs.page).toHaveURL(/q=entityType:.*view=/)
    await menu(theirs.page).click()
    await expect(theirs.page.getByRole('menuitem', { name: 'Duplicate' })).toBeVisible()
    await expect(theirs.page.getByRole('menuitem', { name: /Rename|Delete|sharing/ })).toHaveCount(0)
    await theirs.page.keyboard.press('Escape')
    // Without the filter they see everything, and stay there: only an address that says nothing leads to the default.
    await theirs.page.getByRole('button', { name: 'Clear the filter' }).click()
    await expect(theirs.page).not.toHaveURL(/q=/)
    await choose(theirs.page, 'All records')
    await expect(theirs.page).toHaveURL((url) => url.search === '?view=all')
    await expect(menu(theirs.page)).toHaveText('View: All records')
    await choose(theirs.page, name)
    // What can be done stands in the menu of the view that is shown.
    await expect(menu(theirs.page)).toHaveText(`View: ${name}`)
    await choose(theirs.page, 'Duplicate')
    await expect(menu(theirs.page)).toHaveText(`View: ${name} copy`)
    await context.close()
  } finally {
    await database.pool.query('DELETE FROM mastra_admin.default_view')
  }
})

test('a view that was saved with what does not exist any more opens with the rest and says what is missing', async ({
  as,
  database,
}) => {
  const id = crypto.randomUUID()
  await database.pool.query(
    `INSERT INTO mastra_admin.saved_view (id, table_name, name, query, owner_id, owner_email, shared)
     VALUES ($1, 'connections', 'Old', 'q=name%3AGITHUB+vanished%3A1&sort=gone,-createdAt', 'someone', 'someone@example.test', true)`,
    [id],
  )
  const page = await as('SUPPORT')
  await page.goto(routes.view(id))
  await expect(page.getByText('“Old” was saved with parts that no longer exist.')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'the term vanished:1' })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'the sort by gone' })).toBeVisible()
  await expect(page).toHaveURL(/q=name:GITHUB/)
  await expect(menu(page)).toHaveText('View: Old')
  await database.pool.query('DELETE FROM mastra_admin.saved_view WHERE id = $1', [id])
})

test('an address with a view of someone else shows its filter without a warning, and warns where the view is all that it has', async ({
  as,
  database,
  seed,
}) => {
  await seed.record({ externalId: 'theirs' })
  const id = crypto.randomUUID()
  const q = `entityType:${seed.mark}`
  const name = `Of someone else ${seed.mark}`
  await database.pool.query(
    `INSERT INTO mastra_admin.saved_view (id, table_name, name, query, owner_id, owner_email, shared)
     VALUES ($1, 'records', $3, $2, 'someone', 'someone@example.test', false)`,
    [id, new URLSearchParams({ q }).toString(), name],
  )
  const warning = 'The view in this address was deleted, or is not shared with you.'
  const page = await as('SUPPORT')
  const records = await RecordsPage.open(page, { q, columns: 'externalId,status', view: id })
  await expect(records.rows).toHaveCount(1)
  await expect(menu(page)).toHaveText('Views')
  await expect(page.getByText(warning)).toHaveCount(0)

  await RecordsPage.open(page, { view: id })
  await expect(page.getByRole('status').filter({ hasText: warning })).toBeVisible()
  await expect(page.getByText(name)).toHaveCount(0)
  await database.pool.query('DELETE FROM mastra_admin.saved_view WHERE id = $1', [id])
})
