import { chromium } from '@playwright/test'
import { routes } from '../routes'
import { DEMO_USERS } from '../users/demo-users'
import { findBrowser, NO_BROWSER } from './browser'
import { CommandError } from './report'
import { findRunning } from './running'
import { say, step } from './step'

const FILE = 'docs/screenshot.png'
/** What the picture shows: a question that support has, answered. */
const QUERY = {
  q: 'source:HUBSPOT data.email:* createdAt:>now-30d',
  columns: 'entityType,externalId,connection.connectionId,status,createdAt,data',
}

/** Takes the README's picture of the running demo, signed in as its support person. Throws when no demo runs. */
export async function takeScreenshot(): Promise<void> {
  const url = findRunning()?.url
  const person = DEMO_USERS.find(({ role }) => role === 'SUPPORT')
  if (!url || !person) throw new CommandError('The picture is taken of the demo: start it with npm run demo first.')
  const executablePath = await findBrowser()
  if (!executablePath) throw new CommandError(NO_BROWSER)
  await step('Taking the picture', async () => {
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
    const page = await browser.newPage({ baseURL: url, viewport: { width: 1440, height: 900 }, colorScheme: 'light' })
    await page.goto(routes.login({ callbackUrl: routes.records(QUERY) }))
    await page.locator('[data-hydrated]').first().waitFor({ state: 'attached' })
    await page.getByLabel('Email').fill(person.email)
    await page.getByLabel('Password').fill(person.password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('table').waitFor()
    await page.getByRole('region', { name: 'Entity type' }).waitFor()
    await page.screenshot({ path: FILE })
    await browser.close()
  })
  say(`Wrote ${FILE}`)
}
