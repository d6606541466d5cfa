import AxeBuilder from '@axe-core/playwright'
import { routes } from '@/lib/routes'
import { expect, test } from './fixtures'
import { ready } from './pages/ready'

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test('axe finds nothing on any page', async ({ as, seed }) => {
      const connection = await seed.connection({
        issues: ['rate limited', 'invalid_grant'],
        syncConfig: '{"every": 15}',
      })
      await seed.credential(connection, '{"access_token": "x"}', ['contacts.read'])
      const entity = await seed.entity(connection)
      const record = await seed.record({
        entityId: entity,
        data: '{"name": "Ada", "nested": {"list": [1, null, true]}}',
      })
      const page = await as('ADMIN')
      const addresses = [
        routes.overview(),
        routes.records(),
        routes.records({ q: 'nonsense:1' }),
        routes.records({ q: 'entityType:NONE_OF_THESE' }),
        routes.record(record),
        routes.connections(),
        routes.connection(connection),
        routes.audit(),
        routes.users(),
        routes.record('no-such-record'),
      ]
      for (const address of addresses) {
        await page.goto(address)
        await ready(page)
        await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
          .analyze()
        const found = violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
        )
        expect(found, `${address} in ${colorScheme}`).toEqual([])
      }
    })

    test('axe finds nothing on the sign-in page', async ({ page }) => {
      await page.goto(routes.login())
      await ready(page)
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id }) => id)).toEqual([])
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
