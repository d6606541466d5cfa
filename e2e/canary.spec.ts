import type { Page, Response } from '@playwright/test'
import { ROLES } from '@/lib/auth/permissions'
import { routes } from '@/lib/routes'
import { expect, test } from './fixtures'
import { ConnectionPage } from './pages/connection-page'
import { EVERY_PAGE, type Rows, seedEvery } from './pages/every-page'
import { RecordPage } from './pages/record-page'

const FORMATS = ['csv', 'ndjson', 'json'] as const

/** Every address that answers with data and no page. */
function dataAddresses({ record, deleted, connection, customer }: Rows, mark: string, secret: string): string[] {
  return [
    ...[record, deleted].flatMap((id) => [routes.recordData(id), routes.recordState(id), routes.recordPeek(id)]),
    routes.connectionSyncConfig(connection),
    routes.recordCount({ q: `entityType:${mark}` }),
    ...['data.token', 'data.name', 'data', 'externalId'].map((field) =>
      routes.recordValues({ field, typed: '', q: '' }),
    ),
    ...['issues', 'syncConfig.webhookSecret', 'syncConfig'].map((field) =>
      routes.connectionValues({ field, typed: '', q: '' }),
    ),
    routes.auditValues({ field: 'subject.id', typed: '', q: '' }),
    routes.issueValues({ field: 'customer', typed: '', q: '' }),
    ...[secret, record, customer, mark, ''].map((q) => routes.search({ q })),
    ...FORMATS.flatMap((format) => [
      routes.recordExport({ q: `entityType:${mark}`, state: 'all', columns: 'id,data,data.token', format }),
      routes.connectionExport({ q: `connectionId:*${mark}*`, format }),
      routes.auditExport({ format }),
    ]),
  ]
}

/** What the browser is sent from here on; a redirect has no body. */
function collect(page: Page, origin: string): Promise<string>[] {
  const bodies: Promise<string>[] = []
  page.on('response', (response: Response) => {
    if (response.url().startsWith(origin))
      bodies.push(
        response.text().then(
          (text) => `${response.url()}\n${text}`,
          (error: Error) => error.message,
        ),
      )
  })
  return bodies
}

for (const role of ROLES) {
  test(`no secret reaches ${role} by any page, action or address, nor the log`, async ({ as, app, seed }) => {
    test.slow()
    const canary = `canary7${seed.mark}`
    const rows = await seedEvery(seed, canary)
    const page = await as(role)
    const bodies = collect(page, app.origin)
    const visitAll = async () => {
      for (const [, addressOf] of EVERY_PAGE) await page.goto(addressOf(rows))
    }
    await visitAll()
    if (role !== 'SUPPORT') {
      await (await ConnectionPage.open(page, rows.connection)).clearAll()
      await expect(page.getByText(/^Cleared 3 issues/)).toBeVisible()
      await (await RecordPage.open(page, rows.record)).softDelete()
      await visitAll()
    }
    const answers = await Promise.all(
      dataAddresses(rows, seed.mark, canary).map(async (address) => {
        const answer = await page.request.get(address)
        expect(answer.status(), address).toBeLessThan(500)
        // The address may hold what was asked for; the answer may not.
        return await answer.text()
      }),
    )
    // The last page goes on listening for what is new: an answer without an end of its own.
    await page.goto('about:blank')
    const sent = [...(await Promise.all(bodies)), ...answers]
    expect(sent.filter((text) => text.includes(canary)).map((text) => text.slice(0, 300))).toEqual([])
    // Had nothing been read, nothing would have been found.
    expect(sent.some((text) => text.includes(rows.record) && text.includes('••••••'))).toBe(true)
    expect(app.log()).not.toContain(canary)
  })
}
