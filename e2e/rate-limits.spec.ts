import type { APIRequestContext, APIResponse } from '@playwright/test'
import { routes } from '@/lib/routes'
import { expect, test } from './fixtures'
import { RecordPage } from './pages/record-page'
import { startApp } from './support/server'

/** The first answer that is a refusal: what drains meanwhile lets one more through now and then, also the last of any number. */
async function refusedBy(request: APIRequestContext, address: string): Promise<APIResponse> {
  for (let asked = 0; asked < 40; asked += 1) {
    const response = await request.get(address, { headers: { accept: 'text/html' } })
    if (response.status() === 429) return response
  }
  throw new Error(`Nothing of ${address} was refused.`)
}

test('who asks for too much is told when to ask again, and nobody else is; two instances count together', async ({
  browser,
  database,
  person,
  seed,
  signIn,
}) => {
  test.slow()
  // A twentieth of what is usual: 15 pages a minute, seven at once.
  const factor = { RATE_LIMIT_FACTOR: '0.05' }
  const [one, two] = [await startApp(database.url, factor), await startApp(database.url, factor)]
  try {
    const [busy, calm] = [await person('OPERATOR'), await person('OPERATOR')]
    const context = await browser.newContext()
    await context.addCookies([{ ...(await signIn(busy)), url: one.origin }])
    const statuses: number[] = []
    for (let round = 0; round < 7; round += 1) {
      for (const { origin } of [one, two]) {
        const response = await context.request.get(`${origin}${routes.account()}`)
        statuses.push(response.status())
      }
    }
    // Each alone would have let all of its seven through. What drains meanwhile, and what was not told yet, comes on top.
    expect(statuses[0]).toBe(200)
    expect(statuses).toContain(429)
    const page = await refusedBy(context.request, `${one.origin}${routes.account()}`)
    expect(Number(page.headers()['retry-after'])).toBeGreaterThan(0)
    expect(await page.text()).toMatch(/<h1>Too many requests<\/h1>.*Try again in/)
    const data = await context.request.get(`${one.origin}${routes.recordValues({ field: 'source', typed: '', q: '' })}`)
    expect(data.status(), 'what is of another kind').toBe(200)
    expect((await context.request.get(`${one.origin}/api/health`)).status()).toBe(200)

    const other = await browser.newContext()
    await other.addCookies([{ ...(await signIn(calm)), url: one.origin }])
    expect((await other.request.get(`${one.origin}${routes.account()}`)).status()).toBe(200)
    await other.close()
    await context.close()

    const stranger = await browser.newContext()
    expect((await stranger.request.get(`${one.origin}${routes.login()}`)).status()).toBe(200)
    await refusedBy(stranger.request, `${one.origin}${routes.login()}`)
    await stranger.close()
  } finally {
    await one.stop()
    await two.stop()
  }
  expect(await seed.deletedCount()).toBe(0)
})

test('a change too many is refused in words on the page that sent it', async ({
  browser,
  database,
  person,
  seed,
  signIn,
}) => {
  // One change at once, and three a minute.
  const app = await startApp(database.url, { RATE_LIMIT_FACTOR: '0.01' })
  try {
    const context = await browser.newContext({ baseURL: app.origin })
    await context.addCookies([{ ...(await signIn(await person('OPERATOR'))), url: app.origin }])
    const page = await context.newPage()
    const record = await RecordPage.open(page, await seed.record())
    await record.softDelete()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(
      page.getByText(/too many changes in a short time, so nothing was changed\. Try again in/),
    ).toBeVisible()
    expect(await seed.deletedCount()).toBe(1)
    await context.close()
  } finally {
    await app.stop()
  }
})
