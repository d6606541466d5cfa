import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures'
import { RecordsPage } from '../pages/records-page'

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
