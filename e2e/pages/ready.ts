import { expect, type Locator, type Page } from '@playwright/test'

/** Waits until React listens: a click before that does nothing. */
export async function ready(page: Page): Promise<void> {
  await page.locator('[data-hydrated]').first().waitFor({ state: 'attached' })
}

/** Opens the page until something is on it that the server looks for in the background: a page waits for that only as long as a person would. */
export async function openUntil(page: Page, address: string, shown: Locator): Promise<void> {
  await expect(async () => {
    await page.goto(address)
    await ready(page)
    await expect(shown).toBeVisible({ timeout: 1_000 })
  }).toPass()
}
