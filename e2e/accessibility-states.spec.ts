import { routes } from '@/lib/routes'
import { expect, test } from './fixtures'
import { ConnectionPage } from './pages/connection-page'
import { openWhole, seedEvery } from './pages/every-page'
import { ready } from './pages/ready'
import { RecordPage } from './pages/record-page'
import { RecordsPage } from './pages/records-page'
import { violationsOn } from './support/axe'
import { startApp } from './support/server'

test('axe finds nothing on a list with something open, and with rows selected', async ({ as, seed }) => {
  test.slow()
  await seedEvery(seed)
  const page = await as('OPERATOR')
  const { rows } = await RecordsPage.open(page)
  for (const [opener, overlay] of [
    [page.getByRole('button', { name: 'Display' }), page.getByRole('menu')],
    [page.getByRole('button', { name: /^Account of/ }), page.getByRole('menu')],
    [page.getByRole('button', { name: 'How to filter' }), page.getByRole('dialog', { name: 'How to filter' })],
  ] as const) {
    await opener.click()
    await expect(overlay).toBeVisible()
    expect(await violationsOn(page)).toEqual([])
    await page.keyboard.press('Escape')
    await expect(overlay).toHaveCount(0)
  }
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  expect(await violationsOn(page)).toEqual([])
  await page.keyboard.press('Escape')
  await rows.first().getByRole('checkbox').check()
  await expect(page.getByText('1 selected')).toBeVisible()
  await page.keyboard.press('g')
  await expect(page.getByRole('status').filter({ hasText: 'Overview' })).toBeVisible()
  expect(await violationsOn(page)).toEqual([])
})

test('axe finds nothing on a record: its message with Undo, a search in its document, the text', async ({
  as,
  seed,
}) => {
  const page = await as('OPERATOR')
  const record = await RecordPage.open(page, (await seedEvery(seed)).record)
  await record.softDelete()
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible()
  expect(await violationsOn(page)).toEqual([])
  await record.data.getByRole('searchbox').fill('a')
  await expect(record.data.getByText(/^1 of/)).toBeVisible()
  expect(await violationsOn(page)).toEqual([])
  await record.data.getByRole('button', { name: 'Raw' }).click()
  await expect(record.data.getByRole('tree')).toHaveCount(0)
  expect(await violationsOn(page)).toEqual([])
})

test('axe finds nothing on windows that ask, and on a form that was refused', async ({ as, seed, person }) => {
  const { email } = await person('SUPPORT')
  const page = await as('ADMIN')
  await openWhole(page, routes.users())
  await page.getByRole('button', { name: 'Add user' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add user' })
  await dialog.getByLabel('Email').fill(email)
  await dialog.getByRole('radio', { name: 'With a password that you set' }).check()
  await dialog.getByLabel('Password', { exact: true }).fill('a long enough password')
  await dialog.getByRole('button', { name: 'Add user' }).click()
  await expect(dialog.getByRole('alert')).toBeVisible()
  expect(await violationsOn(page)).toEqual([])
  const connection = await ConnectionPage.open(page, (await seedEvery(seed)).connection)
  await connection.clearAllButton.click()
  await expect(page.getByRole('alertdialog')).toBeVisible()
  expect(await violationsOn(page)).toEqual([])
})

test('axe finds nothing while rows are on their way', async ({ as, seed, database }) => {
  await seed.record()
  const page = await as('SUPPORT')
  const blocker = await database.pool.connect()
  try {
    await blocker.query('BEGIN; LOCK TABLE mastra."records" IN ACCESS EXCLUSIVE MODE')
    await page.goto(routes.records(), { waitUntil: 'commit' })
    await expect(page.getByRole('status', { name: 'Loading records' })).toBeVisible()
    expect(await violationsOn(page)).toEqual([])
  } finally {
    await blocker.query('ROLLBACK')
    blocker.release()
  }
})

test('axe finds nothing on an outage, of a part and of the page', async ({ as, seed, database }) => {
  const { record } = await seedEvery(seed)
  const page = await as('SUPPORT')
  await openWhole(page, routes.records())
  await database.cutOff()
  try {
    for (const address of [routes.records(), routes.record(record)]) {
      await page.goto(address)
      await expect(page.getByRole('button', { name: 'Try again' }).first()).toBeVisible()
      expect(await violationsOn(page), address).toEqual([])
    }
  } finally {
    await database.restore()
  }
})

test('axe finds nothing on the design page, where every component is in every state', async ({ database, page }) => {
  const studio = await startApp(database.url, { MASTRA_ADMIN_DESIGN: '1' })
  try {
    await page.goto(studio.origin + routes.design())
    await ready(page)
    expect(await violationsOn(page)).toEqual([])
  } finally {
    await studio.stop()
  }
})
