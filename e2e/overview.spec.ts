import { routes } from '@/lib/routes'
import { expect, test } from './fixtures'
import { ready } from './pages/ready'
import { quietConnection, samples } from './support/health'

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
  as,
  seed,
  database,
}) => {
  const integration = `QUIET_${seed.mark.toUpperCase()}`
  const quiet = await quietConnection(database.pool, seed, { name: integration, connectionId: `quiet-${seed.mark}` })
  const words = seed.words()
  await seed.connection({ name: integration, issues: [words] })
  const page = await as('SUPPORT')
  await page.goto(routes.overview())
  await ready(page)

  const attention = page.getByRole('region', { name: 'Needs attention' })
  const cause = attention.getByRole('listitem').filter({ hasText: words })
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
})

test('the charts of the overview have their numbers as tables', async ({ as, database }) => {
  await samples(database.pool, 5)
  const page = await as('SUPPORT')
  await page.goto(routes.overview())
  await ready(page)
  for (const [name, caption] of [
    ['Open causes', 'Open causes at the end of each day'],
    ['Records created', 'Records created per day'],
  ] as const) {
    const region = page.getByRole('region', { name, exact: true })
    await region.getByText('As a table').click()
    await expect(region.getByRole('table', { name: caption })).toBeVisible()
  }
})
