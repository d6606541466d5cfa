import type { Page } from '@playwright/test'

/** Waits until React listens: a click before that does nothing. */
export async function ready(page: Page): Promise<void> {
  await page.locator('[data-hydrated]').first().waitFor({ state: 'attached' })
}
