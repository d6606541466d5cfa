import type { Locator, Page } from '@playwright/test'
import { routes } from '@/lib/routes'
import { expect, test } from './fixtures'
import { ConnectionPage } from './pages/connection-page'
import { ready } from './pages/ready'
import { RecordPage } from './pages/record-page'
import { RecordsPage } from './pages/records-page'
import type { Factory } from './support/factory'

/** Rows of a known order, the newest first. */
async function seedRows(seed: Factory, count: number): Promise<void> {
  for (let row = 0; row < count; row += 1)
    await seed.record({
      externalId: `${seed.mark}-${row}`,
      createdAt: new Date(Date.UTC(2026, 2, 1, 0, -row)).toISOString(),
    })
}

/** Goes through the page with Tab and names every stop whose focus cannot be seen, or that is off the screen. */
async function unseenStops(page: Page): Promise<{ stops: number; unseen: string[] }> {
  const unseen: string[] = []
  const seen = new Set<string>()
  await page.evaluate(() => {
    window.getSelection()?.removeAllRanges()
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
  for (;;) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(() => {
      const element = document.activeElement
      if (!(element instanceof HTMLElement) || element === document.body) return null
      const { outlineStyle, outlineWidth } = getComputedStyle(element)
      const { left, top, bottom, right: end } = element.getBoundingClientRect()
      // A row is as wide as its table, which may be scrolled.
      const right = Math.min(end, element.closest('section')?.getBoundingClientRect().right ?? end)
      const isOutlined = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
      const isInView = right > 0 && left < innerWidth && bottom > 0 && top < innerHeight
      // The middle of what has the focus must not lie under a bar (WCAG 2.4.11).
      const x = Math.min(Math.max((left + right) / 2, 1), innerWidth - 1)
      const y = Math.min(Math.max((top + bottom) / 2, 1), innerHeight - 1)
      const there = document.elementFromPoint(x, y)
      const isCovered = there === null || !(element.contains(there) || there.contains(element))
      element.dataset.stop ??= `${document.querySelectorAll('[data-stop]').length}`
      return {
        key: element.dataset.stop,
        html: element.outerHTML.slice(0, 140),
        isSeen: isOutlined && isInView && !isCovered,
      }
    })
    if (stop === null || seen.has(stop.key)) return { stops: seen.size, unseen }
    seen.add(stop.key)
    if (!stop.isSeen) unseen.push(stop.html)
  }
}

/** Whether something else lies over the middle of it, or of the part of it that its table does not scroll away. */
function isCovered(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => {
    const { left, top, bottom, right: end } = element.getBoundingClientRect()
    const right = Math.min(end, element.closest('section')?.getBoundingClientRect().right ?? end)
    return !element.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2))
  })
}

test('the focus is seen on every stop of a list and of a record, wide and on a phone', async ({ as, seed }) => {
  const data = '{"name": "Ada", "nested": {"list": [1, null, true]}}'
  const id = await seed.record({ data })
  await seedRows(seed, 5)
  const page = await as('OPERATOR')
  for (const size of [
    { width: 1280, height: 720 },
    { width: 390, height: 700 },
  ]) {
    await page.setViewportSize(size)
    for (const address of [routes.records({ q: `entityType:${seed.mark}` }), routes.record(id)]) {
      await page.goto(address)
      await ready(page)
      await expect(page.locator('[role="status"][aria-label^="Loading"]')).toHaveCount(0)
      const { stops, unseen } = await unseenStops(page)
      expect(stops, address).toBeGreaterThan(10)
      expect(unseen, `${address} at ${size.width} px`).toEqual([])
    }
  }
})

test('Back from a record: the row has the focus, the selection stands, the table is where it was', async ({
  as,
  seed,
}) => {
  await seedRows(seed, 50)
  const records = await RecordsPage.open(await as('OPERATOR'), { q: `entityType:${seed.mark}` })
  const { page, rows } = records
  await expect(rows).toHaveCount(50)
  const scroller = page.getByRole('region', { name: 'Records' })
  const scrolled = () => scroller.evaluate((element) => element.scrollTop)
  await records.enterRows()
  for (let press = 0; press < 30; press += 1) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('x')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('x')
  await page.keyboard.press('End')
  await expect(rows.last()).toBeFocused()
  expect(await isCovered(rows.last()), 'the last row lies under the bar of the selection').toBe(false)
  for (let press = 0; press < 22; press += 1) await page.keyboard.press('ArrowUp')
  await expect(rows.nth(27)).toBeFocused()
  const before = await scrolled()
  expect(before).toBeGreaterThan(100)

  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await page.goBack()
  await expect(rows.nth(27)).toBeFocused()
  await expect(page.getByText('2 selected')).toBeVisible()
  for (const place of [29, 30]) await expect(rows.nth(place).getByRole('checkbox')).toBeChecked()
  await expect.poll(scrolled).toBe(before)
  await page.goForward()
  await expect(page).toHaveURL(/\/records\/[^?]+/)
})

test('Back on a phone: the page is scrolled to the row that was opened', async ({ as, seed }) => {
  await seedRows(seed, 50)
  const page = await as('SUPPORT')
  await page.setViewportSize({ width: 390, height: 700 })
  const { rows } = await RecordsPage.open(page, { q: `entityType:${seed.mark}` })
  const link = rows.nth(20).getByRole('link').first()
  await link.scrollIntoViewIfNeeded()
  await link.focus()
  const before = await page.evaluate(() => window.scrollY)
  expect(before).toBeGreaterThan(500)
  await link.click()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await page.goBack()
  await expect(link).toBeFocused()
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(before)
})

/** Opens by keyboard, closes with Escape, and expects the focus where it was. */
async function opensAndGivesBack(page: Page, opener: Locator, overlay: Locator): Promise<void> {
  await opener.focus()
  await page.keyboard.press('Enter')
  await expect(overlay).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(overlay).toHaveCount(0)
  await expect(opener).toBeFocused()
}

test('windows, menus and what unfolds give the focus back to what opened them', async ({ as, seed, person }) => {
  const other = await person('SUPPORT')
  const page = await as('ADMIN')
  await page.goto(routes.users())
  await ready(page)
  const button = (name: string) => page.getByRole('button', { name })
  await opensAndGivesBack(page, button('Add user'), page.getByRole('dialog', { name: 'Add user' }))
  await opensAndGivesBack(page, button(`Actions for ${other.email}`), page.getByRole('menu'))

  await button(`Actions for ${other.email}`).focus()
  await page.keyboard.press('Enter')
  const item = page.getByRole('menuitem').first()
  await expect(item).toBeFocused()
  await expect(item).toHaveCSS('outline-style', 'solid')
  await page.getByRole('menuitem', { name: 'Disable…' }).press('Enter')
  await expect(page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(button(`Actions for ${other.email}`)).toBeFocused()

  await RecordsPage.open(page)
  await opensAndGivesBack(page, button('Display'), page.getByRole('menu'))
  await opensAndGivesBack(page, button('How to filter'), page.getByRole('dialog', { name: 'How to filter' }))

  const { clearAllButton } = await ConnectionPage.open(page, await seed.connection({ issues: ['one', 'two'] }))
  await opensAndGivesBack(page, clearAllButton, page.getByRole('alertdialog'))
})

test('a verb that takes its own button away leads the focus on', async ({ as, seed }) => {
  const page = await as('OPERATOR')
  const record = await RecordPage.open(page, await seed.record())
  await record.softDeleteButton.press('Enter')
  await expect(record.restoreButton).toBeFocused()
  await record.restoreButton.press('Enter')
  await expect(record.softDeleteButton).toBeFocused()

  const connection = await ConnectionPage.open(page, await seed.connection({ issues: ['one', 'two', 'three'] }))
  await connection.clearButtonOf('two').press('Enter')
  await expect(connection.clearButtonOf('three')).toBeFocused()
  await connection.clearButtonOf('three').press('Enter')
  await expect(connection.clearButtonOf('one')).toBeFocused()
  await connection.clearAllButton.press('Enter')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Clear all issues' }).press('Enter')
  await expect(connection.issues.getByText('No issues are recorded')).toBeVisible()
  await expect(connection.issues.getByRole('heading', { name: 'Issues' })).toBeFocused()
})

test('after a verb on a selection the focus is in the table, and where no row is left at the heading', async ({
  as,
  seed,
}) => {
  await seedRows(seed, 3)
  const records = await RecordsPage.open(await as('OPERATOR'), { q: `entityType:${seed.mark}` })
  const { page, rows } = records
  await records.enterRows()
  await page.keyboard.press('x')
  await page.getByRole('button', { name: 'Soft-delete' }).press('Enter')
  await expect(rows).toHaveCount(2)
  await expect(rows.first()).toBeFocused()
  await page.getByRole('checkbox', { name: 'Select all rows on this page' }).press(' ')
  await page.getByRole('button', { name: 'Soft-delete' }).press('Enter')
  await expect(page.getByText('No records match')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
})

test('Undo in a message is reached by keyboard, and the focus comes back from there', async ({ as, seed }) => {
  const page = await as('OPERATOR')
  const record = await RecordPage.open(page, await seed.record())
  await record.softDeleteButton.press('Enter')
  await expect(record.restoreButton).toBeFocused()
  await page.keyboard.press('Alt+t')
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).press('Enter')
  await expect(record.softDeleteButton).toBeVisible()
  await expect(record.softDeleteButton).toBeFocused()
})
