import { routes } from '@/lib/routes'
import { expect, test } from './fixtures'
import { atRest, openWhole } from './pages/every-page'
import { ready } from './pages/ready'
import { RecordsPage } from './pages/records-page'

const WINDOWS = [
  { width: 1360, height: 850 },
  { width: 1280, height: 720 },
]

test('a list longer than the window scrolls in its card alone, with the links to its pages in sight', async ({
  as,
  seed,
  database,
}) => {
  for (let row = 0; row < 60; row += 1) await seed.record({ source: `${seed.mark}-${row % 8}` })
  for (let row = 0; row < 60; row += 1)
    await seed.connection({ issues: [`${seed.mark} failed at ${'abcdefgh'[row % 8]}`] })
  // Older than every other entry, by their ids.
  await database.pool.query(
    `INSERT INTO mastra_admin.audit_entry (id, actor_id, actor_email, actor_role, action, subject_type, subject_id, correlation_id)
     SELECT ('00000000-' || substr(gen_random_uuid()::text, 10))::uuid, $1, $1, 'ADMIN', 'record.archive', 'record', $1, gen_random_uuid() FROM generate_series(1, 60)`,
    [seed.mark],
  )
  const page = await as('ADMIN')
  for (const window of WINDOWS) {
    await page.setViewportSize(window)
    for (const address of [routes.records(), routes.connections(), routes.issues(), routes.audit()]) {
      await openWhole(page, address)
      const height = () => page.evaluate(() => document.documentElement.scrollHeight)
      await expect.soft
        .poll(height, { message: `${address} at ${window.width}x${window.height}` })
        .toBeLessThanOrEqual(window.height)
      if (address !== routes.issues())
        await expect(page.getByRole('link', { name: 'Next' })).toBeInViewport({ ratio: 1 })
    }
  }
})

test('a filter whose terms take two lines takes its room from the rows, and gives it back', async ({ as, seed }) => {
  await seed.records(60)
  const page = await as('SUPPORT')
  const many = Array.from({ length: 3 }, (_, place) => `-data.field${place}:"not this value of it"`).join(' ')
  for (const window of WINDOWS) {
    await page.setViewportSize(window)
    for (const more of ['', ` ${many}`]) {
      await openWhole(page, routes.records({ q: `entityType:${seed.mark}${more}` }))
      await expect(page.getByRole('button', { name: /^Add filter/ })).toBeVisible()
      const chips = page.getByRole('list', { name: 'Terms of the filter' }).getByRole('listitem')
      await expect(chips).toHaveCount(more ? 4 : 1)
      const lines = await chips.evaluateAll((all) => new Set(all.map((chip) => chip.getBoundingClientRect().top)).size)
      expect(lines > 1).toBe(more !== '')
      await expect
        .poll(() => page.evaluate(() => document.documentElement.scrollHeight), { message: `${lines} lines` })
        .toBeLessThanOrEqual(window.height)
      await expect(page.getByRole('link', { name: 'Next' })).toBeInViewport({ ratio: 1 })
    }
  }
  const taken = () => page.evaluate(() => document.documentElement.style.getPropertyValue('--taller'))
  expect(Number.parseFloat(await taken())).toBeGreaterThan(0)
  await page.getByRole('link', { name: 'Connections', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Connections', exact: true })).toBeVisible()
  await expect.poll(taken).toBe('')
})

test('what can be done with the selected rows covers no link to another page, and moves none', async ({ as, seed }) => {
  for (let row = 0; row < 60; row += 1) await seed.record()
  const page = await as('OPERATOR')
  await page.setViewportSize({ width: 1360, height: 850 })
  const records = await RecordsPage.open(page, { q: `entityType:${seed.mark}` })
  await atRest(page)
  const next = page.getByRole('link', { name: 'Next' })
  const before = await next.boundingBox()
  await page.getByRole('checkbox', { name: 'Select all rows on this page' }).check()
  const bar = page.getByRole('button', { name: 'Clear the selection' })
  await expect(bar).toBeInViewport({ ratio: 1 })
  const moved = async () => Math.abs(((await next.boundingBox())?.y ?? 0) - (before?.y ?? 0))
  await expect.poll(moved).toBeLessThanOrEqual(4)
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(850)
  await next.click()
  await expect(page.getByText('50 selected, 50 on other pages')).toBeVisible()
  await expect(records.rows).toHaveCount(10)
})

test('in a low window the places scroll by themselves, and what is above and below them stays whole', async ({
  as,
}) => {
  const page = await as('ADMIN')
  await page.setViewportSize({ width: 1280, height: 400 })
  await page.goto(routes.users())
  await ready(page)
  const bar = page.getByRole('complementary', { name: 'Sidebar' })
  await bar.getByRole('link', { name: 'Users', exact: true }).focus()
  await expect(bar.getByRole('link', { name: 'Users', exact: true })).toBeInViewport({ ratio: 1 })
  await expect(bar.getByRole('link', { name: 'Overview' })).not.toBeInViewport()
  for (const edge of [bar.getByRole('button', { name: /^Search/ }), bar.getByRole('button', { name: /@/ })]) {
    await expect(edge).toBeInViewport({ ratio: 1 })
    expect((await edge.boundingBox())?.height).toBeGreaterThanOrEqual(32)
  }
})
