import type { Locator, Page } from '@playwright/test'
import { addStyle } from '@/lib/cli/add-style'
import { routes } from '@/lib/routes'
import { expect, test } from './fixtures'
import { ready } from './pages/ready'
import { type AppServer, startApp } from './support/server'

/** A server that shows the design page, once for each worker that photographs it. */
const photo = test.extend<object, { studio: AppServer }>({
  studio: [
    async ({ database }, use) => {
      const studio = await startApp(database.url, { MASTRA_ADMIN_DESIGN: '1' })
      await use(studio)
      await studio.stop()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: async ({ studio }, use) => use(studio.origin),
  viewport: { width: 1080, height: 900 },
})

async function open(page: Page): Promise<Locator> {
  await page.goto(routes.design())
  await ready(page)
  await page.evaluate(() => document.fonts.ready)
  // The editors are loaded after the page.
  await page.getByRole('textbox', { name: 'A document with a problem' }).waitFor()
  return page.locator('[data-plate]')
}

/** Milliseconds for a plate to stand still: two pictures of it must agree, on a machine that takes others meanwhile. */
const STILL = { timeout: 20_000 }

const OVERLAYS = ['A form', 'A question', 'All shortcuts', 'A menu', 'A popover', 'A choice of columns', 'Export']

for (const colorScheme of ['light', 'dark'] as const) {
  photo.describe(colorScheme, () => {
    photo.use({ colorScheme })

    photo('every plate of the design page looks as it did', async ({ page }) => {
      photo.slow()
      const plates = await open(page)
      for (const plate of await plates.all()) {
        const name = (await plate.getAttribute('data-plate')) ?? ''
        const picture = `${colorScheme}-${name.toLowerCase().replaceAll(/\W+/g, '-')}.png`
        await expect.soft(plate).toHaveScreenshot(picture, STILL)
      }
    })

    photo('whatever opens looks as it did', async ({ page }) => {
      photo.slow()
      await open(page)
      for (const name of OVERLAYS) {
        await page.getByRole('button', { name, exact: true }).click()
        const overlay = page.locator('[role="dialog"], [role="alertdialog"], [role="menu"]').first()
        const picture = `${colorScheme}-open-${name.toLowerCase().replaceAll(' ', '-')}.png`
        await expect.soft(overlay).toHaveScreenshot(picture, STILL)
        await page.keyboard.press('Escape')
        await expect(overlay).toHaveCount(0)
      }
    })
  })
}

photo('a change that breaks the look is seen', async ({ page }) => {
  await open(page)
  const plate = page.locator('[data-plate="Buttons"]')
  await addStyle(page, ':root { --accent: #0a7d3c !important; }')
  const broken = await plate.screenshot({ animations: 'disabled' })
  expect(broken).not.toMatchSnapshot('light-buttons.png', { maxDiffPixelRatio: 0.01 })
})

test('an installation does not show the design page', async ({ page }) => {
  expect((await page.goto(routes.design()))?.status()).toBe(404)
})
