import { routes } from '@/lib/routes'
import { expect, test } from './fixtures'
import { ready } from './pages/ready'

test('what a menu is drawn with comes when it is wanted; where it cannot come, that is said and the next press tries again', async ({
  as,
}) => {
  const page = await as('SUPPORT')
  await page.goto(routes.records())
  await ready(page)
  const scripts = '**/_next/static/**/*.js'
  await page.route(scripts, (route) => route.abort())
  // Nothing of the app is left to say it with.
  const said = page.waitForEvent('dialog').then(async (dialog) => {
    // At once: it may stand there before the press has ended, which waits for it.
    await dialog.accept()
    return dialog.message()
  })
  await page.getByRole('button', { name: 'Display' }).click()
  expect(await said).toContain('could not be loaded')
  await expect(page.getByRole('heading', { name: 'Records', exact: true })).toBeVisible()

  await page.unroute(scripts)
  await page.getByRole('button', { name: 'Display' }).click()
  await expect(page.getByRole('menuitemradio', { name: '100' })).toBeVisible()
})

test('a menu opens by keyboard on its first item, also the first time, and gives the focus back', async ({ as }) => {
  const page = await as('SUPPORT')
  await page.goto(routes.records())
  await ready(page)
  const button = page.getByRole('button', { name: 'Display' })
  for (const key of ['Enter', 'ArrowDown']) {
    await button.press(key)
    await expect(page.getByRole('menuitem', { name: 'Columns…' })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(button).toBeFocused()
  }
})

test('a tooltip shows on hover and on focus, may be read with the pointer on it, and goes on Escape', async ({
  as,
}) => {
  const page = await as('SUPPORT')
  await page.goto(routes.records())
  await ready(page)
  const button = page.getByRole('button', { name: 'How to filter' })
  const words = page.getByRole('tooltip')
  await button.hover()
  await expect(words).toHaveText('How to filter')
  await words.hover()
  await expect(words).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(words).toHaveCount(0)

  await page.getByRole('button', { name: 'Recent filters' }).focus()
  await page.keyboard.press('Tab')
  await expect(button).toBeFocused()
  await expect(words).toHaveText('How to filter')
  await page.keyboard.press('Tab')
  await expect(words).toHaveCount(0)
  await button.hover()
  await page.getByRole('heading', { name: 'Records', exact: true }).hover()
  await expect(words).toHaveCount(0)
})
