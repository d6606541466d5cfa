import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures'
import { atRest } from '../pages/every-page'
import { ready } from '../pages/ready'
import { RecordsPage } from '../pages/records-page'
import { violationsOn } from '../support/axe'
import type { Factory } from '../support/factory'

/** Two deals of one connection, one with an amount that is none, and what Mastra declares of them. */
async function seedDeals(seed: Factory) {
  const entityId = await seed.entity(await seed.connection(), seed.mark)
  await seed.property(entityId, 'dealname', { displayName: 'Deal', order: 0 })
  await seed.property(entityId, 'amount', { displayName: 'Amount', type: 'CURRENCY', order: 1 })
  await seed.property(entityId, 'site', { displayName: 'Site', type: 'URL', order: 2 })
  await seed.property(entityId, 'internal', { displayName: 'Internal', order: 3, visible: false })
  const deal = (data: object) => seed.record({ entityId, data: JSON.stringify(data) })
  await deal({ dealname: 'Small', amount: 9, site: 'https://example.test/', apiKey: 'hunter2hunter2' })
  await deal({ dealname: 'Large', amount: 100.5, person: { city: 'Ulm' } })
  await deal({ dealname: 'Broken', amount: 'n/a', site: 'javascript:alert(1)' })
}

const heading = (page: Page, name: string) => page.getByRole('columnheader', { name, exact: true })
const columnsIn = (page: Page) => new URL(page.url()).searchParams.get('columns')

async function choose(page: Page, column: string, item: string) {
  await page.getByRole('button', { name: `Column ${column}`, exact: true }).press('Enter')
  await page.getByRole('menuitem', { name: item, exact: true }).press('Enter')
}

test('records of one type show what its properties say, each value by its type', async ({ as, seed }) => {
  await seedDeals(seed)
  const { page, rows } = await RecordsPage.open(await as('SUPPORT'), {
    q: `entityType:${seed.mark}`,
    sort: 'data.amount',
  })
  await expect(page.getByRole('columnheader').nth(1)).toHaveAccessibleName('Deal')
  await expect(heading(page, 'Internal')).toHaveCount(0)
  await expect(rows.nth(0)).toContainText('Small')
  await expect(rows.nth(1)).toContainText('100.50')
  await expect(rows.nth(2)).toContainText('Not an amount: n/a')
  await expect(rows.nth(2).getByRole('link', { name: /^Open/ })).toHaveCount(0)
  const link = rows.nth(0).getByRole('link', { name: 'Open https://example.test/ in a new tab' })
  await expect(link).toHaveAttribute('rel', 'noopener noreferrer')
  await rows.nth(0).getByRole('link', { name: 'Small' }).click()
  await expect(rows).toHaveCount(1)
  expect(new URL(page.url()).searchParams.get('q')).toBe(`entityType:${seed.mark} data.dealname:Small`)
})

test('any path is a column, a secret one stays masked, and nothing else of the document is sent', async ({
  as,
  seed,
}) => {
  await seedDeals(seed)
  const { page, rows } = await RecordsPage.open(await as('ADMIN'), {
    q: `entityType:${seed.mark} data.dealname:(Small OR Large)`,
    sort: 'data.dealname',
    columns: 'id,data.person.city~200,data.apiKey',
  })
  await expect(rows.nth(0)).toContainText('Ulm')
  await expect(rows.nth(1)).toContainText('masked')
  await expect(heading(page, 'person.city')).toHaveCSS('width', '200px')
  expect(await page.content()).not.toMatch(/hunter2|100\.5/)
  await page.goto(page.url().replace('200', '2'))
  await expect(page.getByText('A column is 48 to 960 wide, not 2.')).toBeVisible()
})

test('columns are sorted, pinned, moved, widened and hidden by keyboard, and the address keeps it', async ({
  as,
  seed,
}) => {
  await seedDeals(seed)
  const { page, rows } = await RecordsPage.open(await as('SUPPORT'), {
    q: `entityType:${seed.mark}`,
    columns: 'id,data.dealname,data.amount,status',
  })
  await choose(page, 'Amount', 'Sort ascending')
  await expect(rows.nth(0)).toContainText('Small')
  await choose(page, 'Deal', 'Add to the sort')
  await expect(heading(page, 'Deal').getByRole('link')).toContainText('2')
  expect(new URL(page.url()).searchParams.get('sort')).toBe('data.amount,data.dealname')
  await choose(page, 'Status', 'Pin on the left')
  await expect.poll(() => columnsIn(page)).toBe('id,status!,data.dealname,data.amount')
  await choose(page, 'Amount', 'Move left')
  await expect.poll(() => columnsIn(page)).toBe('id,status!,data.amount,data.dealname')
  await choose(page, 'Amount', 'Change the width')
  const edge = page.getByRole('separator', { name: 'Width of Amount' })
  await expect(edge).toBeFocused()
  const before = Number(await edge.getAttribute('aria-valuenow'))
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Enter')
  await expect.poll(() => columnsIn(page)).toBe(`id,status!,data.amount~${before + 64},data.dealname`)
  await choose(page, 'Deal', 'Hide')
  await expect(heading(page, 'Deal')).toHaveCount(0)
  await page.reload()
  // Back is heard by whoever listens, and by nobody before.
  await ready(page)
  await expect(heading(page, 'Amount')).toHaveCSS('width', `${before + 64}px`)
  await page.goBack()
  await expect(heading(page, 'Deal')).toBeVisible()
})

test('a heading with Shift sorts by one column more, its edge and itself can be dragged', async ({ as, seed }) => {
  await seedDeals(seed)
  const { page } = await RecordsPage.open(await as('SUPPORT'), {
    q: `entityType:${seed.mark}`,
    columns: 'id,data.dealname,data.amount,status',
  })
  await heading(page, 'Status')
    .getByRole('link')
    .click({ modifiers: ['Shift'] })
  await expect.poll(() => new URL(page.url()).searchParams.get('sort')).toBe('-createdAt,status')
  await atRest(page)
  const edge = await page.getByRole('separator', { name: 'Width of Deal' }).boundingBox()
  const width = (await heading(page, 'Deal').boundingBox())?.width ?? 0
  const [x, y] = [(edge?.x ?? 0) + 4, (edge?.y ?? 0) + 12]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 80, y, { steps: 4 })
  await expect(heading(page, 'Deal')).toHaveCSS('width', `${width + 80}px`)
  await page.mouse.up()
  await expect.poll(() => columnsIn(page)).toBe(`id,data.dealname~${width + 80},data.amount,status`)
  await heading(page, 'Status').dragTo(heading(page, 'Amount'))
  await expect.poll(() => columnsIn(page)).toBe(`id,data.dealname~${width + 80},status,data.amount`)
})

test('the window of columns shows, adds and orders them at once; axe finds nothing in it or in a menu', async ({
  as,
  seed,
}) => {
  test.slow()
  await seedDeals(seed)
  const { page } = await RecordsPage.open(await as('SUPPORT'), { q: `entityType:${seed.mark}` })
  await page.getByRole('button', { name: 'Column Deal', exact: true }).press('Enter')
  await expect(page.getByRole('menu')).toBeVisible()
  expect(await violationsOn(page)).toEqual([])
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Display' }).click()
  await page.getByRole('menuitem', { name: 'Columns…' }).click()
  const box = page.getByRole('dialog', { name: 'Columns' })
  await expect(box.getByLabel('Add a data column')).toBeFocused()
  expect(await violationsOn(page)).toEqual([])
  await page.keyboard.type('data.[')
  await page.keyboard.press('Enter')
  await expect(box.getByText('This is not a path into the data.')).toBeVisible()
  await box.getByLabel('Add a data column').fill('person.city')
  await page.keyboard.press('Enter')
  await expect(box.getByRole('checkbox', { name: 'Show person.city' })).toBeChecked()
  for (const name of ['Site', 'Enrichment', 'Updated', 'External id'])
    await box.getByRole('checkbox', { name: `Show ${name}`, exact: true }).uncheck()
  await box.getByRole('button', { name: 'Move Amount up' }).click()
  await box.getByRole('button', { name: 'Pin Amount on the left' }).click()
  await box.getByRole('button', { name: 'Apply' }).click()
  await expect
    .poll(() => columnsIn(page))
    .toBe('id,data.amount!,data.dealname,status,connection.name,connection.connectionId,createdAt,data.person.city')
  await expect(heading(page, 'person.city')).toBeVisible()

  await page.getByRole('button', { name: 'Display' }).click()
  await page.getByRole('menuitem', { name: 'Columns…' }).click()
  await box.getByRole('button', { name: 'Usual columns' }).click()
  await box.getByRole('button', { name: 'Apply' }).click()
  await expect.poll(() => columnsIn(page)).toBeNull()
})
