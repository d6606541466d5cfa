import { routes } from '@/lib/routes'
import { expect, test } from './fixtures'
import { ready } from './pages/ready'
import { holdScripts } from './support/held-scripts'

test('what was entered into a form before its scripts came is sent with the rest', async ({ as, database, seed }) => {
  const entityId = await seed.entity(await seed.connection())
  await seed.property(entityId, 'nickname')
  const externalId = `${seed.mark}-early`
  const page = await as('OPERATOR')
  const letCome = await holdScripts(page)
  await page.goto(routes.recordNew({ entityId }), { waitUntil: 'commit' })
  await page.getByLabel('External id').fill(externalId)
  await page.getByLabel('nickname').fill('Ada')
  await page.getByLabel('Status').selectOption('ARCHIVED')
  letCome()
  await ready(page)
  await page.getByRole('button', { name: 'Create record' }).click()
  await expect(page.getByText('Created the record.')).toBeVisible()
  await page.waitForURL(/\/records\/c[a-z0-9]{24}$/)
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  expect(await seed.dataOf(id)).toBe('{"nickname": "Ada"}')
  const stored = await database.pool.query('SELECT "externalId", status FROM mastra."records" WHERE id = $1', [id])
  expect(stored.rows).toEqual([{ externalId, status: 'ARCHIVED' }])
})

test('every field of a form that was filled in before its scripts came counts, whatever kind it is of', async ({
  as,
  database,
  seed,
}) => {
  const page = await as('ADMIN')
  const letCome = await holdScripts(page)
  await page.goto(routes.noticeNew('webhook'), { waitUntil: 'commit' })
  await page.getByLabel('Name').fill(seed.mark)
  await page.getByLabel('Address', { exact: true }).fill('https://hooks.example.test/in')
  await page.getByLabel('Integrations').fill(seed.mark)
  await page.getByLabel('At most one message in').selectOption({ index: 1 })
  const interval = Number(await page.getByLabel('At most one message in').inputValue())
  const told = page.getByRole('group', { name: /^Tell when/ }).getByRole('checkbox')
  for (const box of await told.all()) await box.uncheck()
  await told.first().check()
  await page.getByRole('checkbox', { name: 'Quiet hours' }).check()
  letCome()
  await ready(page)
  await expect(page.getByLabel('From')).toHaveValue('22:00')
  await page.getByRole('button', { name: 'Add channel' }).click()
  await expect(page.getByRole('dialog', { name: 'Copy the secret now' })).toBeVisible()
  // Nobody else's test is to find a channel.
  const stored = await database.pool.query(
    'DELETE FROM mastra_admin.notice_channel WHERE name = $1 RETURNING origin, settings',
    [seed.mark],
  )
  expect(stored.rows).toMatchObject([
    {
      origin: 'https://hooks.example.test',
      settings: { integrations: [seed.mark], interval, quiet: { from: '22:00' } },
    },
  ])
  expect(stored.rows[0].settings.events).toHaveLength(1)
})

test('ids that were pasted before the scripts came are counted', async ({ as }) => {
  const page = await as('SUPPORT')
  const letCome = await holdScripts(page)
  await page.goto(routes.importIds(), { waitUntil: 'commit' })
  await page.getByLabel('Or paste them').fill('one\ntwo\none')
  letCome()
  await expect(page.getByRole('status').filter({ hasText: '2 different ids' })).toBeVisible()
})

test('rows that were ticked before the scripts came are selected, and a filter typed then is applied', async ({
  as,
  seed,
}) => {
  await seed.records(3)
  const page = await as('OPERATOR')
  const letCome = await holdScripts(page)
  await page.goto(routes.records({ q: `entityType:${seed.mark}` }), { waitUntil: 'commit' })
  const rows = page.getByRole('table').locator('tbody').getByRole('row')
  await rows.nth(0).getByRole('checkbox').check()
  await rows.nth(2).getByRole('checkbox').check()
  const filter = page.getByRole('combobox', { name: 'Filter' })
  await filter.fill(`entityType:${seed.mark}-none`)
  letCome()
  await expect(page.getByText('2 selected')).toBeVisible()
  // From then on it is no form that the browser sends by itself.
  await ready(page)
  await expect(rows.nth(1).getByRole('checkbox')).not.toBeChecked()
  await filter.press('Enter')
  await expect(page).toHaveURL(new RegExp(`${seed.mark}-none`))
})

test('a role that was chosen before the scripts came is not given, and the one that is stands there', async ({
  as,
  person,
  seed,
}) => {
  const other = await person('OPERATOR')
  const page = await as('ADMIN')
  const letCome = await holdScripts(page)
  await page.goto(routes.users(), { waitUntil: 'commit' })
  await page.getByLabel(`Role of ${other.email}`).selectOption('SUPPORT')
  letCome()
  await ready(page)
  await expect(page.getByLabel(`Role of ${other.email}`)).toHaveValue('OPERATOR')
  // Nor by coming there from another page: then nothing was on the page before.
  await page.getByRole('link', { name: 'Records', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Records' })).toBeVisible()
  await page.getByRole('link', { name: 'Users', exact: true }).click()
  await expect(page.getByLabel(`Role of ${other.email}`)).toHaveValue('OPERATOR')
  expect(await seed.auditOf(other.id)).toEqual([])
  // The same control works by a choice.
  await page.getByLabel(`Role of ${other.email}`).selectOption('SUPPORT')
  await expect(page.getByText(`${other.email} is now SUPPORT.`)).toBeVisible()
  expect((await seed.auditOf(other.id)).map(({ action }) => action)).toEqual(['user.change-role'])
})
