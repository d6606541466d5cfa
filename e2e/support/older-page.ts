import type { Page } from '@playwright/test'

/** Makes the page one from before an upgrade: the server does not know what it asks for. Gives the way to end that, as a reload does. */
export async function makeOlder(page: Page): Promise<() => void> {
  let isOld = true
  await page.route('**/*', async (route) => {
    const request = route.request()
    const { 'next-action': action, ...headers } = request.headers()
    if (!isOld || request.method() !== 'POST' || action === undefined) return route.fallback()
    await route.continue({ headers: { ...headers, 'next-action': `7f${'0'.repeat(40)}` } })
  })
  return () => {
    isOld = false
  }
}
