import type { Page } from '@playwright/test'
import { routes } from '@/lib/routes'
import { expect, test } from './fixtures'
import { openWhole } from './pages/every-page'

/** The paths that the page fetches ahead from now on. */
function fetchedAhead(page: Page): Set<string> {
  const paths = new Set<string>()
  page.on('request', (request) => {
    if (request.headers()['next-router-prefetch']) paths.add(new URL(request.url()).pathname)
  })
  return paths
}

test('a page fetches nothing ahead by itself, and what a link leads to once one comes near', async ({ as, seed }) => {
  await seed.record()
  const page = await as('ADMIN')
  const ahead = fetchedAhead(page)
  for (const address of [routes.overview(), routes.records(), routes.connections()]) await openWhole(page, address)
  const sidebar = page.getByRole('navigation', { name: 'Main' })
  await sidebar.getByRole('link', { name: 'Audit' }).hover()
  await expect.poll(() => [...ahead]).toEqual([routes.audit()])
  await sidebar.getByRole('link', { name: 'Users', exact: true }).focus()
  await expect.poll(() => [...ahead]).toEqual([routes.audit(), routes.users()])
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Users', level: 1 })).toBeVisible()
})
