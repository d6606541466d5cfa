import type { Page } from '@playwright/test'
import { routes } from '@/lib/routes'
import { expect, test } from './fixtures'
import { openWhole } from './pages/every-page'
import { openUntil, ready } from './pages/ready'
import { cloneTemplate, type WorkerDatabase } from './support/database'
import { Factory } from './support/factory'
import { quietConnection, samples } from './support/health'
import { addPerson, sessionCookie } from './support/people'
import { startApp } from './support/server'

test('the overview names what needs attention and leads to it', async ({ as, seed }) => {
  const connection = await seed.connection({
    connectionId: `failing-${seed.mark}`,
    issues: ['one', 'two', 'three', 'four', 'five', 'six'],
  })
  await seed.record({ entityType: seed.mark })
  const page = await as('SUPPORT')
  await page.goto(routes.overview())
  await ready(page)
  const main = page.getByRole('main')
  await expect(main.getByText(seed.mark, { exact: true }).first()).toBeVisible()
  await main.getByRole('link', { name: new RegExp(`failing-${seed.mark}`) }).click()
  await expect(page).toHaveURL(new RegExp(routes.connection(connection)))
  await expect(page.getByRole('region', { name: 'Issues' }).getByText('six')).toBeVisible()
})

test('what needs attention stands with the one thing to do next, and integrations are compared', async ({
  page,
}, info) => {
  // Only the newest stand there: a database of its own, where nothing of other tests is newer.
  const database = await cloneTemplate(98)
  const app = await startApp(database.url)
  try {
    const seed = new Factory(database.pool, info.testId)
    await page
      .context()
      .addCookies([await sessionCookie(database.pool, await addPerson(database.pool, 'SUPPORT'), app.origin)])
    await compare(page, app.origin, seed, database)
  } finally {
    // An open page goes on watching, and a server that ends waits for whoever does.
    await page.goto('about:blank')
    await app.stop()
    await database.drop()
  }
})

async function compare(page: Page, origin: string, seed: Factory, database: WorkerDatabase): Promise<void> {
  const integration = `QUIET_${seed.mark.toUpperCase()}`
  const quiet = await quietConnection(database.pool, seed, { name: integration, connectionId: `quiet-${seed.mark}` })
  const words = seed.words()
  await seed.connection({ name: integration, issues: [words] })
  const attention = page.getByRole('region', { name: 'Needs attention' })
  const cause = attention.getByRole('listitem').filter({ hasText: words })
  await openUntil(page, new URL(routes.overview(), origin).href, cause)
  await expect(cause).toContainText('New cause')
  await expect(cause).toContainText(`1 connection of ${integration}`)
  const silent = attention.getByRole('listitem').filter({ hasText: `quiet-${seed.mark}` })
  await expect(silent).toContainText(/Usually something every day; nothing for/)
  const row = page
    .getByRole('region', { name: 'Integrations', exact: true })
    .getByRole('row')
    .filter({ hasText: integration })
  await expect(row).toBeVisible()

  await silent.getByRole('link', { name: /^Open connection/ }).click()
  await expect(page).toHaveURL(new RegExp(routes.connection(quiet)))
  await expect(page.getByRole('region', { name: 'Health' })).toContainText('Quiet')
}

test('the charts of the overview have their numbers as tables', async ({ as, database }) => {
  await samples(database.pool, 5)
  const page = await as('SUPPORT')
  // Whole: what comes late above the charts moves them away from under a press.
  await openWhole(page, routes.overview())
  for (const [name, caption] of [
    ['Open causes', 'Open causes at the end of each day'],
    ['Records created', 'Records created per day'],
  ] as const) {
    const region = page.getByRole('region', { name, exact: true })
    await region.getByText('As a table').click()
    await expect(region.getByRole('table', { name: caption })).toBeVisible()
  }
})
