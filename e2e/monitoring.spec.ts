import { request as httpRequest } from 'node:http'
import { routes } from '@/lib/routes'
import { expect, test } from './fixtures'
import { ready } from './pages/ready'
import { startApp } from './support/server'

const TOKEN = 'a token of this test, long enough'

const COUNTED = [
  /mastra_admin_requests_total\{route="\/records\/\[recordId\]",method="GET",status="200"\} \d/,
  /mastra_admin_request_duration_seconds_bucket\{le="\+Inf",route="\/records",method="GET"\} [1-9]/,
  /mastra_admin_requests_total\{route="other",method="GET",status="404"\} [1-9]/,
  /mastra_admin_verbs_total\{verb="softDeleteRecords",outcome="done"\} [1-9]/,
  /mastra_admin_query_duration_seconds_count\{query="list of records"\} [1-9]/,
  /mastra_admin_query_duration_seconds_count\{query="insert audit_entry"\} [1-9]/,
  /mastra_admin_pool_size\{pool="primary"\} 10/,
  /mastra_admin_queue_depth\{queue="batches"\} \d/,
  /mastra_admin_watcher_lag_seconds\{watcher="issues"\} \d/,
  /nodejs_eventloop_lag_p99_seconds \d/,
]

test('the metrics count requests by pattern, verbs by outcome and statements by name, and nothing of anyone', async ({
  as,
  seed,
  request,
}) => {
  const id = await seed.record({ externalId: `${seed.mark}-measured` })
  const page = await as('OPERATOR')
  await page.goto(routes.records({ q: `data.email:${seed.mark}` }))
  await ready(page)
  await page.goto(routes.record(id))
  await ready(page)
  await page.getByRole('button', { name: 'Soft-delete' }).click()
  await expect(page.getByText(/Soft-deleted/).first()).toBeVisible()
  await request.get(`/no-such-place/${seed.mark}`)
  // A request is counted when all of its answer has been sent, and a watch when it has looked for the first time.
  await expect(async () => {
    const response = await request.get('/api/metrics')
    expect(response.headers()['content-type']).toContain('text/plain; version=0.0.4')
    const text = await response.text()
    for (const counted of COUNTED) expect(text).toMatch(counted)
    expect(text).toContain('mastra_admin_database_up 1')
    for (const secret of [seed.mark, id, '@example']) expect(text).not.toContain(secret)
  }).toPass()
})

test('without a token only this machine itself may read the metrics, with one whoever shows it', async ({
  app,
  database,
  request,
}) => {
  for (const header of ['X-Forwarded-For', 'Forwarded', 'X-Real-IP', 'Via'])
    expect((await request.get('/api/metrics', { headers: { [header]: '203.0.113.9' } })).status()).toBe(401)
  expect(await statusOf(app.origin, {})).toBe(200)

  const guarded = await startApp(database.url, { METRICS_TOKEN: TOKEN })
  try {
    expect(await statusOf(guarded.origin, {})).toBe(401)
    expect(await statusOf(guarded.origin, { authorization: 'Bearer another token' })).toBe(401)
    expect(await statusOf(guarded.origin, { authorization: TOKEN })).toBe(401)
    expect(await statusOf(guarded.origin, { authorization: `Bearer ${TOKEN}`, via: '1.1 proxy' })).toBe(200)
    expect(guarded.log()).not.toContain(TOKEN)
  } finally {
    await guarded.stop()
  }
})

test('readiness names what is missing: the database, a migration', async ({ database }) => {
  const app = await startApp(database.url)
  try {
    const ask = async () => {
      const response = await fetch(`${app.origin}/api/ready`)
      return [response.status, await response.json()]
    }
    await expect.poll(ask).toEqual([200, { status: 'ready' }])
    const rename = (from: string, to: string) =>
      database.pool.query('update mastra_admin._prisma_migrations set migration_name = $2 where migration_name = $1', [
        from,
        to,
      ])
    await rename('20261128000000_batch', 'elsewhere')
    try {
      expect(await ask()).toEqual([503, { status: 'migrations-not-applied' }])
    } finally {
      await rename('elsewhere', '20261128000000_batch')
    }
    await database.cutOff()
    expect(await ask()).toEqual([503, { status: 'database-unreachable' }])
    expect((await fetch(`${app.origin}/api/health`)).status).toBe(200)
    expect(await (await fetch(`${app.origin}/api/metrics`)).text()).toContain('mastra_admin_database_up 0')
    await database.restore()
    await expect.poll(ask).toEqual([200, { status: 'ready' }])
  } finally {
    await database.restore()
    await app.stop()
  }
})

test('an administrator without Prometheus sees the essentials', async ({ as }) => {
  const page = await as('ADMIN')
  await page.goto(routes.records())
  await ready(page)
  await page.goto(routes.status())
  await ready(page)
  await expect(page.getByRole('region', { name: 'Database' })).toContainText(/Postgres\s*1[3-9]/)
  await expect(page.getByRole('table', { name: 'What is done in the background' })).toContainText('Watch over issues')
  // A request is counted when the last part of its page has come, and someone may wait in the very moment that is shown.
  await expect(async () => {
    await page.reload()
    await expect(page.getByRole('table', { name: 'Requests' })).toContainText('/records', { timeout: 2_000 })
    await expect(page.getByRole('table', { name: 'Statements' })).toContainText('select batch', { timeout: 2_000 })
    await expect(page.getByRole('region', { name: 'Instance' })).toContainText('of 10; 0 waiting', { timeout: 2_000 })
  }).toPass()
})

test('the log says of a failed page its reference and its pattern, and not whom it was about', async ({
  as,
  app,
  database,
  seed,
}) => {
  const page = await as('SUPPORT')
  const reference = `ada.${seed.mark}@acme.example`
  await page.goto(routes.customers())
  await ready(page)
  await database.cutOff()
  try {
    await page.goto(routes.customer(reference))
    const shown = await page.getByRole('alert').getByRole('code').first().textContent()
    await expect.poll(() => app.log()).toContain(shown ?? 'no reference')
    expect(app.log()).not.toContain(seed.mark)
  } finally {
    await database.restore()
  }
})

/** Playwright's own client speaks through no header that a proxy adds; this one shows just what it is told to. */
function statusOf(origin: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    httpRequest(`${origin}/api/metrics`, { headers }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
      .on('error', reject)
      .end()
  })
}
