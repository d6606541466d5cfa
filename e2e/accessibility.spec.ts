import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { routes } from '@/lib/routes'
import { expect, test } from './fixtures'
import { ready } from './pages/ready'
import type { Factory } from './support/factory'

interface Rows {
  record: string
  connection: string
}

const pages: [string, (rows: Rows) => string][] = [
  ['the overview', () => routes.overview()],
  ['records', () => routes.records()],
  ['records with a bad filter', () => routes.records({ q: 'nonsense:1' })],
  ['records with a bad parameter', () => routes.records({ size: '33' })],
  ['records without a match', () => routes.records({ q: 'entityType:NONE_OF_THESE' })],
  ['a record', ({ record }) => routes.record(record)],
  ['a record that is not there', () => routes.record('no-such-record')],
  ['connections', () => routes.connections()],
  ['a connection', ({ connection }) => routes.connection(connection)],
  ['the audit trail', () => routes.audit()],
  ['users', () => routes.users()],
]

async function seedRows(seed: Factory): Promise<Rows> {
  const connection = await seed.connection({ issues: ['rate limited', 'invalid_grant'], syncConfig: '{"every": 15}' })
  await seed.credential(connection, '{"access_token": "x"}', ['contacts.read'])
  const entityId = await seed.entity(connection)
  const record = await seed.record({ entityId, data: '{"name": "Ada", "nested": {"list": [1, null, true]}}' })
  return { record, connection }
}

async function violationsOn(page: Page): Promise<string[]> {
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    for (const [name, address] of pages) {
      test(`axe finds nothing on ${name}`, async ({ as, seed }) => {
        const rows = await seedRows(seed)
        const page = await as('ADMIN')
        await page.goto(address(rows))
        await ready(page)
        expect(await violationsOn(page)).toEqual([])
      })
    }

    test('axe finds nothing on the sign-in page', async ({ page }) => {
      await page.goto(routes.login())
      await ready(page)
      expect(await violationsOn(page)).toEqual([])
    })
  })
}

for (const width of [320, 390]) {
  test(`at ${width} px nothing is cut off sideways`, async ({ as, seed }) => {
    const connection = await seed.connection({ issues: [`a long message ${'x'.repeat(300)}`] })
    const record = await seed.record({ externalId: `long-${'y'.repeat(120)}`, data: `{"long": "${'z'.repeat(2000)}"}` })
    const page = await as('ADMIN')
    await page.setViewportSize({ width, height: 800 })
    for (const address of [
      routes.overview(),
      routes.records(),
      routes.record(record),
      routes.connection(connection),
      routes.audit(),
      routes.users(),
    ]) {
      await page.goto(address)
      await ready(page)
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(overflow, address).toBeLessThanOrEqual(0)
    }
  })
}
