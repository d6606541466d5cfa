import { routes } from '@/lib/routes'
import { expect, test } from './fixtures'
import { openWhole } from './pages/every-page'
import { ready } from './pages/ready'
import type { Factory } from './support/factory'

async function seedRows(seed: Factory) {
  const connection = await seed.connection({ issues: ['invalid_grant'] })
  const entityId = await seed.entity(connection)
  const data = `{"name": "شركة النور للتجارة", "at": "2026-03-01T12:00:00Z", "list": [${Array.from({ length: 1_234 }, (_, n) => n)}]}`
  return { connection, record: await seed.record({ entityId, createdAt: '2026-03-01T12:34:00Z', data }) }
}

for (const [locale, timezoneId, date, number, lang] of [
  ['de-DE', 'Europe/Berlin', '1. März 2026, 13:34', '1.234', 'de-DE'],
  ['ar-EG', 'Africa/Cairo', '١ مارس ٢٠٢٦', '١٬٢٣٤', 'ar-EG'],
  ['en-US', 'America/New_York', 'Mar 1, 2026, 07:34', '1,234', null],
] as const) {
  test.describe(locale, () => {
    test.use({ locale, timezoneId })

    test('dates and numbers are written as the browser asks, and nothing is pushed aside by them', async ({
      as,
      seed,
    }) => {
      const { record, connection } = await seedRows(seed)
      const page = await as('SUPPORT')
      const errors: string[] = []
      page.on('pageerror', (error) => errors.push(error.message))
      await page.goto(routes.record(record))
      await ready(page)
      const created = page
        .getByRole('region', { name: 'Record' })
        .locator(`time[datetime="2026-03-01T12:34:00.000Z"]`)
        .first()
      await expect(created).toContainText(date)
      expect(await created.getAttribute('lang')).toBe(lang)
      await expect(page.getByRole('region', { name: 'Data' }).getByText(`${number} items`)).toBeVisible()
      for (const address of [
        routes.overview(),
        routes.records(),
        routes.record(record),
        routes.connection(connection),
      ]) {
        await page.setViewportSize({ width: 390, height: 800 })
        await openWhole(page, address)
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        expect(overflow, address).toBeLessThanOrEqual(0)
      }
      expect(errors).toEqual([])
    })
  })
}
