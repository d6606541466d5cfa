import type { Page } from '@playwright/test'
import { startTestProxy } from '@/lib/db/test-proxy'
import { routes } from '@/lib/routes'
import { expect, test } from './fixtures'
import { ready } from './pages/ready'
import { startApp } from './support/server'

/** Milliseconds of a page that cannot be made until it says so. */
async function untilSaid(page: Page): Promise<number> {
  const began = Date.now()
  await expect(page.getByRole('alert').getByRole('code').first()).toBeVisible()
  return Date.now() - began
}

test('a network that stalls, refuses or cuts is an outage with a reference within 5 s, and Try again brings the page back', async ({
  as,
  database,
  seed,
}) => {
  const network = await startTestProxy(database.url)
  const own = await startApp(network.url)
  try {
    // A cookie of this machine is sent to each of its ports.
    const page = await as('OPERATOR')
    await seed.record({ externalId: `${seed.mark}-faults` })
    const address = own.origin + routes.records({ q: `entityType:${seed.mark}` })
    await page.goto(address)
    await ready(page)
    for (const begin of [network.stall, network.refuse]) {
      await begin()
      await page.goto(address, { waitUntil: 'commit' })
      const waited = await untilSaid(page)
      expect(waited).toBeLessThan(6_000)
      await expect(page.getByText('No records match')).toHaveCount(0)
      network.pass()
      // As many parts of the page as could not be made have one.
      const again = page.getByRole('button', { name: 'Try again' }).first()
      await again.click()
      await expect(async () => {
        // The answer to one press may come after the patience for it.
        if (await again.isVisible()) await again.click({ timeout: 1_000 })
        await expect(page.getByText(`${seed.mark}-faults`)).toBeVisible({ timeout: 5_000 })
      }).toPass()
    }
    network.cut()
    await page.goto(address)
    await expect(page.getByText(`${seed.mark}-faults`)).toBeVisible()
  } finally {
    network.pass()
    await own.stop()
    await network.stop()
  }
})

test('a press whose answer was lost is asked for again by itself, and done once', async ({ as, seed, database }) => {
  const connection = await seed.connection()
  const page = await as('SUPPORT')
  await page.goto(routes.connection(connection))
  await ready(page)
  let presses = 0
  await page.route('**/connections/**', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback()
    presses += 1
    if (presses > 1) return route.fallback()
    // The server does it, and nobody hears of it.
    await route.fetch()
    await route.abort('connectionreset')
  })
  await page.getByRole('textbox', { name: 'New note' }).fill(`only once ${seed.mark}`)
  await page.getByRole('button', { name: 'Add note' }).click()
  await expect.poll(() => presses).toBe(2)
  await expect(page.getByRole('textbox', { name: 'New note' })).toHaveValue('')
  const { rows } = await database.pool.query('select id from mastra_admin.note where text = $1', [
    `only once ${seed.mark}`,
  ])
  expect(rows).toHaveLength(1)
  const trail = await database.pool.query('select from mastra_admin.audit_entry where subject_id = $1', [rows[0]?.id])
  expect(trail.rowCount).toBe(1)
})

test('a row that something else holds is said to be held, and is left as it was', async ({ as, seed, database }) => {
  const id = await seed.record()
  const page = await as('OPERATOR')
  await page.goto(routes.record(id))
  await ready(page)
  const holder = await database.pool.connect()
  try {
    await holder.query('begin')
    await holder.query('select from mastra.records where id = $1 for update', [id])
    const began = Date.now()
    await page.getByRole('button', { name: 'Soft-delete' }).click()
    await expect(page.getByText(/Something else has been writing to this/)).toBeVisible()
    expect(Date.now() - began).toBeLessThan(7_000)
  } finally {
    await holder.query('rollback')
    holder.release()
  }
  expect(await seed.deletedAtOf(id)).toBeNull()
  await page.getByRole('button', { name: 'Soft-delete' }).click()
  await expect.poll(() => seed.deletedAtOf(id)).not.toBeNull()
})
