import type { Page } from '@playwright/test'

/** Holds back the scripts of what the page opens from now on, as a slow network does. Gives the way to let them come. */
export async function holdScripts(page: Page): Promise<() => void> {
  const waiting: (() => void)[] = []
  let isHeld = true
  await page.route('**/_next/static/**/*.js', async (route) => {
    if (isHeld) await new Promise<void>((resolve) => waiting.push(resolve))
    await route.continue()
  })
  return () => {
    isHeld = false
    for (const resolve of waiting) resolve()
  }
}
