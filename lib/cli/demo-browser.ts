import { type Browser, chromium, type Page } from '@playwright/test'
import type { Role } from '../auth/permissions'
import { routes } from '../routes'
import { DEMO_USERS } from '../users/demo-users'
import { addStyle } from './add-style'

/** What is shown to someone who looks at a picture, and not to someone who works. */
const WITHOUT_HELP = '#tour, [data-sonner-toaster] [data-close-button] { display: none !important }'

export interface Size {
  width: number
  height: number
}

export function launchBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: ['--no-sandbox'] })
}

/** A page of the running demo at `url`, signed in as its person of that role, without the tour. */
export async function openDemo(browser: Browser, url: string, role: Role, size: Size): Promise<Page> {
  const person = DEMO_USERS.find((known) => known.role === role)
  if (!person) throw new Error(`The demo has no ${role}.`)
  const context = await browser.newContext({
    baseURL: url,
    viewport: size,
    colorScheme: 'light',
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'UTC',
  })
  const page = await context.newPage()
  await page.goto(routes.login())
  await page.locator('[data-hydrated]').first().waitFor({ state: 'attached' })
  await page.getByLabel('Email').fill(person.email)
  await page.getByLabel('Password').fill(person.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Overview', level: 1 }).waitFor()
  return page
}

/** Goes there and waits until all of the page is there. */
export async function openAt(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.locator('[data-hydrated]').first().waitFor({ state: 'attached' })
  await settled(page)
}

/** Waits until nothing of the page is on its way any more, and its fonts are drawn. */
export async function settled(page: Page): Promise<void> {
  const busy = '[aria-busy="true"], [role="status"][aria-label^="Loading"], .animate-pulse'
  await page.waitForFunction((selector) => document.querySelector(selector) === null, busy)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await addStyle(page, WITHOUT_HELP)
}
