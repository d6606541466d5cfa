import type { Page } from '@playwright/test'
import { routes } from '@/lib/routes'
import { expect, test } from '../fixtures'
import { ready } from '../pages/ready'
import { RecordsPage } from '../pages/records-page'
import { holdScripts } from '../support/held-scripts'

interface Frame {
  path: string
  /** Characters of text on the page, rows of the table, and how far it is scrolled. */
  text: number
  rows: number
  top: number
}

/** Looks at every frame that the browser draws from now on. */
async function watchFrames(page: Page): Promise<() => Promise<Frame[]>> {
  const frames = await page.evaluateHandle(() => {
    const seen: Frame[] = []
    const look = () => {
      const table = document.querySelector('main table')
      seen.push({
        path: window.location.pathname,
        text: document.querySelector('main')?.innerText.length ?? 0,
        rows: table?.querySelectorAll('tbody tr').length ?? 0,
        top: table?.parentElement?.scrollTop ?? 0,
      })
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
    return seen
  })
  return () => frames.evaluate((seen) => seen)
}

test('from the list to a record and back no frame is blank, and the rows are there at once where they were', async ({
  as,
  seed,
}) => {
  await seed.records(100)
  const page = await as('SUPPORT')
  const list = await RecordsPage.open(page, { q: `entityType:${seed.mark}`, size: '100', columns: 'id,entityType' })
  await expect(list.rows).toHaveCount(100)
  const target = list.rows.nth(70)
  const link = target.locator('td[data-label="Id"]').getByRole('link')
  // A row that has just come into sight may not be drawn yet, and then a press scrolls once more.
  await link.hover()
  const top = await page.locator('main section:has(> table)').evaluate((part) => part.scrollTop)
  expect(top).toBeGreaterThan(500)
  const frames = await watchFrames(page)
  await link.click()
  await expect(page.getByRole('region', { name: 'Data' })).toBeVisible()
  const there = await frames()
  expect(Math.min(...there.map(({ text }) => text))).toBeGreaterThan(100)
  await page.goBack()
  await expect(list.rows).toHaveCount(100)
  await expect.poll(() => page.locator('main section:has(> table)').evaluate((part) => part.scrollTop)).toBe(top)
  const back = (await frames()).slice(there.length)
  expect(Math.min(...back.map(({ text }) => text))).toBeGreaterThan(100)
  // Each frame is the record still, or the list as it was left.
  const wrong = back.filter(
    ({ path, rows, top: at }) => path === '/records' && rows > 0 && (rows !== 100 || at !== top),
  )
  expect(wrong.length, JSON.stringify(wrong.slice(0, 3))).toBe(0)
})

test('what was scrolled before the scripts were there stays where it is once they are, and is found again on Back', async ({
  as,
  seed,
}) => {
  await seed.records(100)
  const page = await as('OPERATOR')
  const letCome = await holdScripts(page)
  const query = { q: `entityType:${seed.mark}`, size: '100', columns: 'id,entityType' }
  await page.goto(routes.records(query), { waitUntil: 'commit' })
  const rows = page.getByRole('table').locator('tbody').getByRole('row')
  await expect(rows).toHaveCount(100)
  const link = rows.nth(70).locator('td[data-label="Id"]').getByRole('link')
  const scrolled = () => page.locator('main section:has(> table)').evaluate((part) => part.scrollTop)
  await link.hover()
  const top = await scrolled()
  expect(top).toBeGreaterThan(500)
  letCome()
  await ready(page)
  // By no press, which would scroll to what it presses: a row that can be selected has its table's scripts.
  await rows.nth(70).getByRole('checkbox').dispatchEvent('click')
  await expect(page.getByText('1 selected')).toBeVisible()
  expect(await scrolled()).toBe(top)
  // What can be done with the selection lies over the row, and a press would scroll it from under there.
  await rows.nth(70).getByRole('checkbox').dispatchEvent('click')
  await expect(page.getByText('1 selected')).toHaveCount(0)
  await link.hover()
  const left = await scrolled()
  await link.click()
  await expect(page.getByRole('region', { name: 'Data' })).toBeVisible()
  await page.goBack()
  await expect.poll(scrolled).toBe(left)
})
