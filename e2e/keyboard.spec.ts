import type { Page } from '@playwright/test'
import { routes } from '@/lib/routes'
import { expect, test } from './fixtures'
import { ready } from './pages/ready'
import { RecordsPage } from './pages/records-page'

const h1 = (page: Page) => page.getByRole('heading', { level: 1 })
const shortcuts = (page: Page) => page.getByRole('dialog', { name: 'Keyboard shortcuts' })
/** What may follow a first key; a status, so that it is also said. */
const hint = (page: Page) => page.getByRole('status').filter({ hasText: 'Connections' })

async function openOverview(page: Page): Promise<void> {
  await page.goto(routes.overview())
  await ready(page)
}

test('g and a letter go to each place, whose heading then has the focus', async ({ as }) => {
  const page = await as('ADMIN')
  await openOverview(page)
  for (const [letter, title] of [
    ['r', 'Records'],
    ['c', 'Connections'],
    ['a', 'Audit'],
    ['u', 'Users'],
    ['o', 'Overview'],
  ] as const) {
    await page.keyboard.press('g')
    await page.keyboard.press(letter)
    await expect(h1(page)).toHaveText(title)
    await expect(h1(page)).toBeFocused()
  }
})

test('after g the second keys are shown; they go when time passes or another key is pressed', async ({ as }) => {
  const page = await as('SUPPORT')
  await openOverview(page)
  // No time passes but what is said: a busy machine may take longer to look than the keys are shown.
  await page.clock.pauseAt(new Date(Date.now() + 10_000))
  await page.keyboard.press('g')
  await expect(hint(page)).toBeVisible()
  await expect(hint(page)).not.toContainText('Users')
  await page.clock.fastForward(2_100)
  await expect(hint(page)).toHaveCount(0)
  await page.keyboard.press('r')
  await page.keyboard.press('g')
  await expect(hint(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(hint(page)).toHaveCount(0)
  await page.keyboard.press('u')
  await expect(h1(page)).toHaveText('Overview')
})

test('? lists what works on this page, Escape closes it and the focus is where it was', async ({ as, seed }) => {
  await seed.record()
  const { page, rows } = await RecordsPage.open(await as('OPERATOR'), { q: `entityType:${seed.mark}` })
  await rows.first().focus()
  await page.keyboard.press('?')
  for (const label of ['Go to the filter', 'Go to the next row', 'Open the row', 'Select the row', 'Records'])
    await expect(shortcuts(page).getByRole('listitem').filter({ hasText: label }).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(shortcuts(page)).toHaveCount(0)
  await expect(rows.first()).toBeFocused()

  await page.goto(routes.overview())
  await ready(page)
  await page.keyboard.press('?')
  await expect(shortcuts(page)).toBeVisible()
  await expect(shortcuts(page)).not.toContainText('Go to the next row')
  await page.keyboard.press('g')
  await page.keyboard.press('r')
  await expect(shortcuts(page)).toBeVisible()
})

test('the account menu shows the key of the list, and opens it', async ({ as }) => {
  const page = await as('SUPPORT')
  await openOverview(page)
  const account = page.getByRole('button', { name: /^Account of/ })
  await account.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menu').getByRole('menuitemradio').first()).toBeFocused()
  const item = page.getByRole('menuitem', { name: 'Keyboard shortcuts' })
  await expect(item).toContainText('?')
  await page.keyboard.press('End')
  await expect(page.getByRole('menuitem', { name: 'Sign out' })).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(item).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(shortcuts(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(account).toBeFocused()
})

test('no shortcut fires while a person types, in a menu, a window or a tree, or with a modifier', async ({
  as,
  seed,
}) => {
  const id = await seed.record({ data: '{"gamma": {"rho": 1}, "name": "Ada"}' })
  const { page, filter } = await RecordsPage.open(await as('ADMIN'), { q: `entityType:${seed.mark}` })
  const here = page.url()
  const stay = async () => {
    await expect(hint(page)).toHaveCount(0)
    expect(page.url()).toBe(here)
  }
  await filter.click()
  await filter.pressSequentially(' g r ? / [ x j')
  await expect(filter).toHaveValue(`entityType:${seed.mark} g r ? / [ x j`)
  await expect(shortcuts(page)).toHaveCount(0)
  await stay()
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Display' }).click()
  // What draws a menu is fetched before it opens; until then the keys are the page's.
  await expect(page.getByRole('menu')).toBeFocused()
  await page.keyboard.press('g')
  await page.keyboard.press('?')
  await expect(shortcuts(page)).toHaveCount(0)
  await stay()
  await page.keyboard.press('Escape')

  for (const modifier of ['Control', 'Meta', 'Alt']) await page.keyboard.press(`${modifier}+g`)
  await stay()

  await page.goto(routes.record(id))
  await ready(page)
  await page.getByRole('treeitem').first().focus()
  await page.keyboard.press('g')
  await expect(page.getByRole('treeitem', { name: /gamma/ })).toBeFocused()
  await page.keyboard.press('r')
  await expect(hint(page)).toHaveCount(0)
  await expect(page).toHaveURL(new RegExp(routes.record(id)))
  await page.keyboard.press('?')
  await expect(shortcuts(page)).toBeVisible()
  await page.keyboard.press('g')
  await expect(hint(page)).toHaveCount(0)
})

test('shortcuts can be switched off, which outlives a reload; the list itself stays in the menu', async ({ as }) => {
  const page = await as('SUPPORT')
  await openOverview(page)
  await page.keyboard.press('?')
  await shortcuts(page).getByRole('checkbox', { name: 'Use keyboard shortcuts' }).uncheck()
  await page.keyboard.press('Escape')
  const isOff = async () => {
    for (const key of ['?', 'g', 'r']) await page.keyboard.press(key)
    await expect(shortcuts(page)).toHaveCount(0)
    await expect(h1(page)).toHaveText('Overview')
  }
  await isOff()
  await page.reload()
  await ready(page)
  await isOff()
  await page.getByRole('button', { name: /^Account of/ }).click()
  await page.getByRole('menuitem', { name: 'Keyboard shortcuts' }).click()
  await shortcuts(page).getByRole('checkbox', { name: 'Use keyboard shortcuts' }).check()
  await page.keyboard.press('Escape')
  await page.keyboard.press('g')
  await page.keyboard.press('r')
  await expect(h1(page)).toHaveText('Records')
})

test('/ goes to the filter of each list and selects what stands there', async ({ as }) => {
  const page = await as('SUPPORT')
  for (const list of [routes.records, routes.connections, routes.audit]) {
    await page.goto(list({ q: 'one' }))
    await ready(page)
    await page.keyboard.press('/')
    await expect(page.getByRole('combobox', { name: 'Filter' })).toBeFocused()
    await page.keyboard.insertText('two')
    await expect(page.getByRole('combobox', { name: 'Filter' })).toHaveValue('two')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('combobox', { name: 'Filter' })).not.toBeFocused()
  }
})

test('[ narrows the sidebar, a reload keeps it, its places keep their names', async ({ as }) => {
  const page = await as('SUPPORT')
  await openOverview(page)
  const sidebar = page.getByRole('complementary', { name: 'Sidebar' })
  const width = async () => (await sidebar.boundingBox())?.width ?? 0
  const wide = await width()
  await page.keyboard.press('[')
  await expect.poll(width).toBeLessThan(wide / 2)
  await page.reload()
  await ready(page)
  expect(await width()).toBeLessThan(wide / 2)
  await expect(sidebar.getByRole('button', { name: 'Widen the sidebar' })).toHaveAttribute('aria-expanded', 'false')
  await expect(sidebar.getByRole('link', { name: 'Records' })).toBeVisible()
  await page.keyboard.press('[')
  await expect.poll(width).toBe(wide)
})

test('rows: j and k come to them, arrows, Home and End move, x and Space select, Shift extends, Enter opens', async ({
  as,
  seed,
}) => {
  for (let row = 0; row < 6; row += 1) await seed.record({ createdAt: `2026-03-0${row + 1}T00:00:00Z` })
  const records = await RecordsPage.open(await as('OPERATOR'), { q: `entityType:${seed.mark}` })
  const { page, rows } = records
  await expect(rows).toHaveCount(6)
  const box = (place: number) => rows.nth(place).getByRole('checkbox')
  const press = async (key: string, focused: number) => {
    await page.keyboard.press(key)
    await expect(rows.nth(focused)).toBeFocused()
  }
  await records.enterRows()
  await press('j', 1)
  await press('k', 0)
  await press('ArrowDown', 1)
  await press('End', 5)
  await press('ArrowDown', 5)
  await press('Home', 0)
  await press('ArrowUp', 0)
  await press('x', 0)
  await expect(box(0)).toBeChecked()
  await press(' ', 0)
  await expect(box(0)).not.toBeChecked()
  await press('ArrowDown', 1)
  await press('Shift+ArrowDown', 2)
  await press('Shift+ArrowDown', 3)
  await expect(page.getByText('3 selected')).toBeVisible()
  await expect(box(1)).toBeChecked()
  await expect(box(4)).not.toBeChecked()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await expect(page).toHaveURL(/\/records\/[^?]+/)
  const fourth = page.url()
  // The neighbours come after the record, and with them their keys.
  await expect(page.getByRole('link', { name: 'Next' })).toBeVisible()
  await page.keyboard.press('j')
  await expect(page).not.toHaveURL(fourth)
  await expect(page.getByRole('link', { name: 'Next' })).toBeVisible()
  await page.keyboard.press('k')
  await expect(page).toHaveURL(fourth)
})

test('connections: Enter opens the row that the arrows led to', async ({ as, seed }) => {
  const wanted = await seed.connection({ connectionId: `${seed.mark}-a` })
  await seed.connection({ connectionId: `${seed.mark}-b` })
  const page = await as('SUPPORT')
  await page.goto(routes.connections({ q: `connectionId:${seed.mark}*`, sort: '-connectionId' }))
  await ready(page)
  await expect(page.getByText(`${seed.mark}-b`)).toBeVisible()
  const rows = page.getByRole('table').locator('tbody').getByRole('row')
  await rows.first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(rows.nth(1)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(routes.connection(wanted)))
  await expect(h1(page)).toBeFocused()
})
