import type { Page } from '@playwright/test'
import { routes } from '@/lib/routes'
import { expect, test } from './fixtures'
import { atRest } from './pages/every-page'
import { ready } from './pages/ready'
import { RecordPage } from './pages/record-page'
import { RecordsPage } from './pages/records-page'
import { startCuttingProxy } from './support/cutting-proxy'

/** The stream of the page has begun: what comes from now on is heard. */
function listening(page: Page) {
  return page.waitForResponse((response) => new URL(response.url()).pathname === '/live')
}

const columns = 'id,entityType'

test('new records announce themselves to everyone who has the list, and nothing moves until they are asked for', async ({
  as,
  seed,
  browser,
  person,
  signIn,
  app,
}) => {
  const first = await seed.record()
  const query = { q: `entityType:${seed.mark}`, columns }
  const mine = await as('SUPPORT')
  const context = await browser.newContext({ baseURL: app.origin })
  await context.addCookies([await signIn(await person('OPERATOR'))])
  const theirs = await context.newPage()
  const lists = []
  for (const page of [mine, theirs]) {
    const heard = listening(page)
    lists.push(await RecordsPage.open(page, query))
    await heard
  }
  const [list, other] = lists
  if (!list || !other) return
  await atRest(mine)
  // The title comes a moment after the page.
  await expect(mine).toHaveTitle(/./)
  const place = await list.rows.first().boundingBox()
  const title = await mine.title()
  const second = await seed.record()
  const third = await seed.record()
  await seed.record({ entityType: `${seed.mark}-other` })
  for (const page of [mine, theirs]) await expect(page.getByRole('button', { name: '2 new records' })).toBeVisible()
  expect(await list.ids()).toEqual([first])
  expect(await list.rows.first().boundingBox()).toEqual(place)
  expect(await mine.title()).toBe(title)
  await expect(mine.getByRole('status').filter({ hasText: '2 new records' })).toBeAttached()
  await mine.getByRole('button', { name: '2 new records' }).click()
  await expect.poll(() => list.ids()).toEqual([third, second, first])
  await expect(mine.getByRole('button', { name: /new record/ })).toHaveCount(0)
  expect(await other.ids()).toEqual([first])
  await context.close()
})

test('a row that a sync writes is marked, and its own page says so and shows it when asked', async ({
  as,
  seed,
  context,
}) => {
  const record = await seed.record({ data: '{"name": "Ada"}' })
  const page = await as('SUPPORT')
  const heard = listening(page)
  const list = await RecordsPage.open(page, { q: `entityType:${seed.mark}`, columns })
  await heard
  const other = await context.newPage()
  const alsoHeard = listening(other)
  await RecordPage.open(other, record)
  await alsoHeard
  await seed.syncData(record, '{"name": "Grace"}')
  const line = other.getByText(/^Changed by a sync at/)
  await expect(line).toBeVisible()
  await expect(other.getByText('Grace')).toHaveCount(0)
  await other.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(other.getByText('Grace').first()).toBeVisible()
  await expect(line).toHaveCount(0)
  await page.bringToFront()
  await expect(list.rows.first()).toContainText('Changed since this list was loaded')
  await expect(page.getByText('1 row has changed').first()).toBeVisible()
  await page.getByRole('button', { name: 'Refresh' }).click()
  await expect(list.rows.first()).not.toContainText('Changed since')
})

test('a stream is for those who may look, from this site, and for what there is', async ({ as, request, seed }) => {
  const page = await as('SUPPORT')
  const asked = { table: 'records', since: '1:1:@1', q: `entityType:${seed.mark}` }
  expect((await request.get(routes.live(asked), { maxRedirects: 0 })).status()).toBe(401)
  for (const wrong of [
    { ...asked, table: 'users' },
    { ...asked, since: 'now' },
    { ...asked, state: 'gone' },
    { ...asked, ids: Array.from({ length: 201 }, (_, place) => `c${place}`).join(',') },
  ])
    expect((await page.request.get(routes.live(wrong))).status()).toBe(400)
  const elsewhere = await page.request.get(routes.live(asked), { headers: { 'sec-fetch-site': 'cross-site' } })
  expect(elsewhere.status()).toBe(403)
})

test('a stream ends when its person is disabled, and gives back all it had when it is broken off', async ({
  app,
  database,
  person,
  signIn,
}) => {
  test.slow()
  const someone = await person('SUPPORT')
  const { name, value } = await signIn(someone)
  const open = async () => {
    const leaving = new AbortController()
    const answer = await fetch(app.origin + routes.live({ table: 'records', since: '1:1:@1' }), {
      headers: { cookie: `${name}=${value}` },
      signal: leaving.signal,
    })
    return { answer, leaving }
  }
  /** So many at once, as soon as the server has heard that those before were broken off, and of every one of them. */
  const openAll = async (count: number) => {
    let streams: Awaited<ReturnType<typeof open>>[] = []
    await expect(async () => {
      for (const { leaving } of streams) leaving.abort()
      streams = await Promise.all(Array.from({ length: count }, open))
      expect(streams.map(({ answer }) => answer.status)).toEqual(Array.from({ length: count }, () => 200))
    }).toPass()
    return streams
  }
  // As many as one person may have, time and again: 204 of them.
  for (let round = 0; round < 17; round += 1) {
    const streams = await openAll(12)
    if (round === 0) expect((await open()).answer.status).toBe(429)
    for (const { leaving } of streams) leaving.abort()
  }
  const [last] = await openAll(1)
  if (!last) return
  const { answer } = last
  expect(answer.headers.get('content-type')).toBe('text/event-stream')
  expect(answer.headers.get('x-accel-buffering')).toBe('no')
  expect(answer.headers.get('content-encoding')).toBeNull()
  await database.pool.query('UPDATE mastra_admin."user" SET disabled_at = now() WHERE id = $1', [someone.id])
  expect(await answer.text()).toContain('event: end')
  // What the app does by itself is at work for a moment now and then; what a stream had not given back would be for ever.
  const busy = async () => {
    const { rows } = await database.pool.query(
      `SELECT count(*)::int AS count FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'mastra-admin' AND state <> 'idle'`,
    )
    return rows
  }
  await expect.poll(busy).toEqual([{ count: 0 }])
})

test('behind a proxy that drops connections, what came meanwhile is heard of all the same', async ({
  app,
  browser,
  person,
  signIn,
  seed,
}) => {
  await seed.record()
  const proxy = await startCuttingProxy(app.origin)
  const context = await browser.newContext({ baseURL: proxy.origin })
  const cookie = await signIn(await person('SUPPORT'))
  await context.addCookies([{ ...cookie, url: proxy.origin }])
  const page = await context.newPage()
  const heard = listening(page)
  const list = await RecordsPage.open(page, { q: `entityType:${seed.mark}`, columns })
  await heard
  await expect(list.rows).toHaveCount(1)
  const again = listening(page)
  expect(proxy.cut()).toBeGreaterThan(0)
  await seed.record()
  await again
  await expect(page.getByRole('button', { name: '1 new record' })).toBeVisible()
  await context.close()
  await proxy.stop()
})

test('a tab that is out of sight listens to nothing, and catches up when it is back', async ({ as, seed }) => {
  await seed.record()
  const page = await as('SUPPORT')
  // Browsers without a window never hide a tab, so the page is told that it is.
  const hide = (hidden: boolean) =>
    page.evaluate((value) => {
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => value })
      document.dispatchEvent(new Event('visibilitychange'))
    }, hidden)
  const heard = listening(page)
  await RecordsPage.open(page, { q: `entityType:${seed.mark}`, columns })
  await heard
  const gone = page.waitForEvent('requestfailed', (request) => new URL(request.url()).pathname === '/live')
  await hide(true)
  await gone
  await seed.record()
  await expect(page.getByRole('button', { name: /new record/ })).toHaveCount(0)
  await hide(false)
  await expect(page.getByRole('button', { name: '1 new record' })).toBeVisible()
})

test('moving over 200 rows and through them asks the server for nothing', async ({ as, seed }) => {
  await seed.records(200)
  const page = await as('OPERATOR')
  const list = await RecordsPage.open(page, { q: `entityType:${seed.mark}`, size: '200' })
  await expect(list.rows).toHaveCount(200)
  await ready(page)
  const leads = await list.rows
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  const asked: string[] = []
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url())
    searchParams.delete('_rsc')
    asked.push(pathname + (searchParams.size > 0 ? `?${searchParams}` : ''))
  })
  for (let row = 0; row < 200; row += 4) await list.rows.nth(row).getByRole('link').first().hover()
  await list.enterRows()
  for (let step = 0; step < 60; step += 1) await page.keyboard.press('j')
  const address = (href: string) => {
    const { pathname, searchParams } = new URL(href, 'http://localhost')
    return pathname + (searchParams.size > 0 ? `?${searchParams}` : '')
  }
  const toRows = new Set(leads.map(address))
  expect(toRows.size).toBeGreaterThan(200)
  expect(asked.filter((path) => toRows.has(path))).toEqual([])
  // What the links of the sidebar fetch when the page is at rest comes to a few.
  expect(asked.length).toBeLessThan(20)
})
