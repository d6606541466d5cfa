import type { Page } from '@playwright/test'
import { layoutShift } from '@/lib/cli/layout-shift'
import { routes } from '@/lib/routes'
import { expect, test } from './fixtures'
import { atRest, openWhole } from './pages/every-page'
import { ready } from './pages/ready'
import type { Factory } from './support/factory'

/** A fifth of what counts as good on the web (0.1): nobody should press what has just moved away. */
const MOST = 0.02

/** That the page did not move by itself since it began, once it has come to rest. */
async function expectStill(page: Page, what: string): Promise<void> {
  await atRest(page)
  const { shift, moved } = await layoutShift(page)
  expect.soft(shift, `${what}:\n${moved.join('\n')}`).toBeLessThanOrEqual(MOST)
}

/** So many that every list fills its page. */
async function seedFull(seed: Factory) {
  const customer = `${seed.mark}-customer`
  const connection = await seed.connection({
    connectionId: customer,
    issues: ['rate limited', 'invalid_grant'],
    syncConfig: '{"every": 15}',
  })
  const entityId = await seed.entity(connection)
  for (let row = 0; row < 60; row += 1) await seed.record({ entityId, data: `{"name": "Ada", "row": ${row}}` })
  for (let row = 0; row < 55; row += 1) await seed.connection({ name: row % 2 ? 'GITHUB' : 'HUBSPOT' })
  const data = '{"name": "Ada", "nested": {"list": [1, null, true]}}'
  const record = await seed.record({ entityId, data })
  const twins = { entity: entityId, externalId: `${seed.mark}-twins` }
  const twin = await seed.record({ entityId, externalId: twins.externalId, data })
  await seed.record({ entityId, externalId: twins.externalId })
  return { record, twin, twins, connection, entityId, customer }
}

const screens = [
  { what: 'a wide window', width: 1280, height: 800, sidebar: 'wide' },
  { what: 'a narrow sidebar', width: 1280, height: 800, sidebar: 'narrow' },
  { what: 'a phone', width: 390, height: 844, sidebar: 'wide' },
] as const

test('no page moves by itself while it loads, in a wide window, with a narrow sidebar, on a phone', async ({
  as,
  seed,
}) => {
  test.slow()
  const { record, twin, twins, connection, entityId, customer } = await seedFull(seed)
  const page = await as('ADMIN')
  const addresses = [
    routes.overview(),
    routes.records(),
    routes.record(record),
    routes.record(twin),
    routes.twins(),
    routes.twinGroup(twins),
    routes.importIds(),
    routes.records({ q: 'in:gone' }),
    routes.batches(),
    routes.exports(),
    routes.connections(),
    routes.connection(connection),
    routes.entity(entityId),
    routes.customers(),
    routes.customer(customer),
    routes.issues(),
    routes.recordEdit(record),
    routes.why(),
    routes.audit(),
    routes.users(),
  ]
  for (const { what, width, height, sidebar } of screens) {
    await page.setViewportSize({ width, height })
    await page.addInitScript((value) => localStorage.setItem('sidebar', value), sidebar)
    for (const address of addresses) {
      await openWhole(page, address)
      await expectStill(page, `${address} in ${what}`)
    }
  }
})

test('rows that come late take the place that was kept for them', async ({ as, seed, database }) => {
  test.slow()
  await seedFull(seed)
  const page = await as('ADMIN')
  for (const { what, width, height } of [screens[0], screens[2]]) {
    await page.setViewportSize({ width, height })
    for (const [address, table] of [
      [routes.records(), 'records'],
      [routes.connections(), 'connections'],
      [routes.overview(), 'connections'],
    ] as const) {
      const blocker = await database.pool.connect()
      try {
        await blocker.query(`BEGIN; LOCK TABLE mastra."${table}" IN ACCESS EXCLUSIVE MODE`)
        await page.goto(address, { waitUntil: 'commit' })
        await expect(page.getByRole('status', { name: /^Loading/ }).first()).toBeVisible()
      } finally {
        // A row that is held for 4 s is said to be held: nothing that a busy machine is slow at is waited for before.
        await blocker.query('ROLLBACK')
        blocker.release()
      }
      await ready(page)
      await expectStill(page, `${address} on ${what}`)
    }
  }
})
