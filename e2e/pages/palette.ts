import { expect, type Locator, type Page } from '@playwright/test'
import { routes } from '@/lib/routes'
import { openWhole } from './every-page'

/** Where one types in the search. */
export const field = (page: Page): Locator => page.getByRole('combobox', { name: 'Search' })
export const option = (page: Page, name: string | RegExp): Locator => page.getByRole('option', { name })

/** Opens the search over a page that is whole. */
export async function openPalette(page: Page, address: string = routes.overview()): Promise<void> {
  await openWhole(page, address)
  await page.keyboard.press('Control+k')
  await expect(field(page)).toBeFocused()
}

/** Opens it once more on the page that it led to: the keys do nothing over a window that is not gone yet. */
export async function openAgain(page: Page): Promise<void> {
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Control+k')
  await expect(field(page)).toBeFocused()
}

/** As from a clipboard: all at once. */
export async function paste(page: Page, text: string): Promise<void> {
  await field(page).fill(text)
}
