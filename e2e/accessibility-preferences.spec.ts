import type { Locator } from '@playwright/test'
import { routes } from '@/lib/routes'
import { expect, test } from './fixtures'
import { openWhole, seedEvery } from './pages/every-page'
import { RecordsPage } from './pages/records-page'

/** What an edge is drawn with, where backgrounds are the system's and tell nothing. */
function edgeOf(locator: Locator): Promise<{ outline: string; border: string }> {
  return locator.evaluate((element) => {
    const { outlineStyle, outlineWidth, outlineColor, borderTopStyle, borderTopWidth } = getComputedStyle(element)
    return {
      outline: outlineStyle === 'none' ? 'none' : `${outlineWidth} ${outlineColor}`,
      border: borderTopStyle === 'none' || borderTopWidth === '0px' ? 'none' : borderTopWidth,
    }
  })
}

test('where the system chooses the colours, what is chosen, current, focused or a button has an edge', async ({
  as,
  seed,
}) => {
  const { record } = await seedEvery(seed)
  await seed.record()
  const page = await as('ADMIN')
  await page.emulateMedia({ forcedColors: 'active' })
  const { rows } = await RecordsPage.open(page)
  await rows.first().getByRole('checkbox').check()
  await expect(page.getByText('1 selected')).toBeVisible()
  expect((await edgeOf(rows.first())).outline).not.toBe('none')
  expect((await edgeOf(rows.nth(1))).outline).toBe('none')
  const places = page.getByRole('complementary', { name: 'Sidebar' }).getByRole('link')
  expect((await edgeOf(places.filter({ hasText: 'Records' }))).outline).not.toBe('none')
  expect((await edgeOf(places.filter({ hasText: 'Audit' }))).outline).toBe('none')
  expect((await edgeOf(page.getByRole('link', { name: 'Live', exact: true }))).outline).not.toBe('none')
  await rows.nth(1).focus()
  await page.keyboard.press('ArrowUp')
  const focused = await edgeOf(rows.first())
  await page.keyboard.press('ArrowDown')
  expect(focused).not.toEqual(await edgeOf(rows.first()))

  await openWhole(page, routes.users())
  expect((await edgeOf(page.getByRole('button', { name: 'Add user' }))).border).not.toBe('none')
  await openWhole(page, routes.record(record))
  for (const name of ['Soft-delete', 'Copy all'])
    expect((await edgeOf(page.getByRole('button', { name }))).border, name).not.toBe('none')
  const badge = page.getByRole('main').locator('header').getByText('Live', { exact: true })
  await expect(badge).toBeVisible()
  await page.keyboard.press('?')
  expect((await edgeOf(page.getByRole('dialog'))).border).not.toBe('none')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Account of/ }).press('Enter')
  await expect(page.getByRole('menu')).toBeVisible()
  const highlighted = page.getByRole('menu').locator('[data-highlighted]')
  expect((await edgeOf(highlighted)).outline).not.toBe('none')
})

test('who wants less motion sees none', async ({ as, seed }) => {
  const { record } = await seedEvery(seed)
  const page = await as('OPERATOR')
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const longest = () =>
    page.evaluate(() =>
      Math.max(
        0,
        ...document.getAnimations().map(({ effect }) => Number(effect?.getComputedTiming().activeDuration ?? 0)),
      ),
    )
  await openWhole(page, routes.record(record))
  const dialog = page.getByRole('dialog')
  for (const [key, opens] of [
    ['?', 1],
    ['Escape', 0],
    ['g', 0],
  ] as const) {
    await page.keyboard.press(key)
    await expect(dialog).toHaveCount(opens)
    expect(await longest(), `after ${key}`).toBeLessThanOrEqual(1)
  }
  await page.getByRole('button', { name: 'Soft-delete' }).click()
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible()
  expect(await longest(), 'with a message').toBeLessThanOrEqual(1)
})
