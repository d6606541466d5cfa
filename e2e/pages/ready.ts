import { expect, type Locator, type Page } from '@playwright/test'

/**
 * Waits until React listens, in every part of the page that is there: the frame does before its table does. A click before that does
 * nothing, and neither does a key. What is made before the scripts come is `e2e/before-scripts.spec.ts`.
 */
export async function ready(page: Page): Promise<void> {
  await page.locator('[data-hydrated]').first().waitFor({ state: 'attached' })
  await expect(async () => expect(await deaf(page)).toEqual([])).toPass({
    intervals: [20, 50, 100, 250],
    timeout: 15_000,
  })
}

/** What can be pressed or typed into and is not React's yet, which leaves its mark on an element that it has taken over; the editor's own parts never are. */
const deaf = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('main :is(a[href], button, input, select, textarea, [tabindex]):not(.cm-editor *)')]
      .filter((element) => !Object.keys(element).some((key) => key.startsWith('__reactFiber$')))
      .map((element) => element.outerHTML.slice(0, 200)),
  )

/** Opens the page until something is on it that the server looks for in the background: a page waits for that only as long as a person would. */
export async function openUntil(page: Page, address: string, shown: Locator): Promise<void> {
  await expect(async () => {
    await page.goto(address)
    await ready(page)
    await expect(shown).toBeVisible({ timeout: 1_000 })
  }).toPass()
}
