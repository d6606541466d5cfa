import { termText } from '@/lib/query/term-text'
import { routes } from '@/lib/routes'
import { expect, test } from '../fixtures'
import { ready } from '../pages/ready'
import { quietConnection } from '../support/health'

test('the list of connections shows their health, filters by it and counts it', async ({ as, seed, database }) => {
  const name = `HEALTH_${seed.mark.toUpperCase()}`
  const q = termText('name', name)
  await quietConnection(database.pool, seed, { name, connectionId: `quiet-${seed.mark}` })
  await seed.connection({ name, connectionId: `new-${seed.mark}` })
  await seed.connection({ name, connectionId: `broken-${seed.mark}`, issues: [seed.words()] })
  const page = await as('SUPPORT')
  await page.goto(routes.connections({ q }))
  await ready(page)
  const rows = page.getByRole('table', { name: 'Connections' }).getByRole('row')
  const rowOf = (customer: string) => rows.filter({ hasText: `${customer}-${seed.mark}` })
  await expect(rowOf('new')).toContainText('Unknown')
  await expect(rowOf('broken')).toContainText('Failing')
  const badge = rowOf('quiet').getByRole('button', { name: /^Quiet\. Usually something every day; nothing for/ })
  await badge.focus()
  await expect(page.getByRole('tooltip')).toContainText('Usually something every day')

  await page.getByRole('region', { name: 'Health' }).getByRole('link', { name: /Quiet/ }).click()
  await expect(page).toHaveURL(/health:quiet/)
  await expect(rowOf('broken')).toHaveCount(0)
  await expect(rowOf('quiet')).toBeVisible()

  await page.goto(routes.connections({ q: `${q} health:silent` }))
  await expect(page.getByRole('main')).toContainText('This filter was not understood')
})

test('the newest silence is first when that is asked for', async ({ as, seed, database }) => {
  const name = `SORT_${seed.mark.toUpperCase()}`
  await quietConnection(database.pool, seed, { name, connectionId: `earlier-${seed.mark}`, silentDays: 40 })
  await quietConnection(database.pool, seed, { name, connectionId: `later-${seed.mark}`, silentDays: 20 })
  const page = await as('SUPPORT')
  await page.goto(routes.connections({ q: `${termText('name', name)} health:quiet`, sort: '-quietSince' }))
  await ready(page)
  const links = page.getByRole('table', { name: 'Connections' }).getByRole('link', { name: new RegExp(seed.mark) })
  await expect(links).toHaveText([`later-${seed.mark}`, `earlier-${seed.mark}`])
})
