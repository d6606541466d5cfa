import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import type { Page } from '@playwright/test'
import { routes } from '@/lib/routes'
import { expect, test } from './fixtures'
import { ready } from './pages/ready'
import { RecordsPage } from './pages/records-page'
import { violationsOn } from './support/axe'

async function choose(page: Page, item: string | RegExp) {
  await page.getByRole('button', { name: 'Export', exact: true }).press('Enter')
  await page.getByRole('menuitem', { name: item }).press('Enter')
}

/** What the command says of a file, and its exit code. */
function verify(...files: string[]): { code: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [
    'scripts/run.mjs',
    'admin',
    'export',
    'verify',
    ...files,
  ])
  return { code: status, said: `${stdout}${stderr}` }
}

test('SUPPORT downloads what they filtered, masked, and can prove that it is whole', async ({ as, seed }, info) => {
  test.slow()
  const secret = 'hunter2hunter2'
  await seed.record({ externalId: '=1+1', data: JSON.stringify({ email: 'ada@example.test', apiKey: secret }) })
  await seed.record({ externalId: 'b', data: JSON.stringify({ email: 'bob@example.test' }) })
  await seed.record({ externalId: 'c', status: 'ARCHIVED', data: JSON.stringify({ email: 'cyd@example.test' }) })
  const { page } = await RecordsPage.open(await as('SUPPORT'), {
    q: `entityType:${seed.mark} status:ACTIVE`,
    sort: 'createdAt',
    columns: 'externalId,data.email,data.apiKey',
  })
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await expect(page.getByRole('menu')).toContainText('2 records')
  expect(await violationsOn(page)).toEqual([])
  await page.keyboard.press('Escape')
  const downloading = page.waitForEvent('download')
  await choose(page, /^CSV/)
  const download = await downloading
  const file = info.outputPath(download.suggestedFilename())
  await download.saveAs(file)
  const [head, ...lines] = readFileSync(file, 'utf8').split('\r\n')
  expect(head).toBe('externalId,data.email,data.apiKey')
  expect(lines.sort()).toEqual(['', "'=1+1,ada@example.test,•••••• medium", 'b,bob@example.test,'])

  await choose(page, 'Past exports')
  await expect(page.getByRole('row', { name: /^records, CSV/ })).toContainText('Complete')
  expect(await violationsOn(page)).toEqual([])
  const proving = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Manifest' }).press('Enter')
  const manifest = await proving
  expect(manifest.suggestedFilename()).toBe(`${download.suggestedFilename()}.manifest.json`)
  await manifest.saveAs(`${file}.manifest.json`)
  expect(verify(file)).toMatchObject({
    code: 0,
    said: expect.stringContaining('Complete and unchanged: 2 rows of records'),
  })
  const cut = info.outputPath('cut.csv')
  writeFileSync(cut, readFileSync(file).subarray(0, -1))
  expect(verify(cut, `${file}.manifest.json`)).toMatchObject({
    code: 1,
    said: expect.stringContaining('is incomplete'),
  })
  expect(verify(cut).code).toBe(2)
})

test('the newest rows alone are taken out to look into, and the list of exports says so', async ({ as, seed }) => {
  await seed.records(1_001)
  const { page } = await RecordsPage.open(await as('SUPPORT'), { q: `entityType:${seed.mark}`, columns: 'id' })
  const downloading = page.waitForEvent('download')
  await choose(page, 'Only the newest 1,000 (CSV)')
  const lines = readFileSync(await (await downloading).path(), 'utf8')
    .trimEnd()
    .split('\r\n')
  expect(lines).toHaveLength(1_001)
  expect(lines[1]).toMatch(/001001$/)
  expect(lines.at(-1)).toMatch(/000002$/)
  await choose(page, 'Past exports')
  await expect(page.getByRole('row', { name: /^records, CSV/ })).toContainText('newest 1,000')
})

test('every list is exported by whoever may see it', async ({ as, seed }) => {
  await seed.connection({ connectionId: `user-${seed.mark}`, issues: ['token=hunter2hunter2 is wrong'] })
  const page = await as('SUPPORT')
  for (const [path, rows] of [
    [routes.connectionExport({ q: `connectionId:user-${seed.mark}`, format: 'ndjson' }), 1],
    [routes.recordExport({ q: `entityType:${seed.mark}`, format: 'ndjson' }), 0],
    [routes.auditExport({ q: `subject.id:${seed.mark}`, format: 'ndjson' }), 0],
  ] as const) {
    const response = await page.request.get(path)
    expect(response.headers()['content-type']).toContain('application/x-ndjson')
    const text = await response.text()
    expect(text).not.toContain('hunter2')
    const lines = text.split('\n')
    const body = lines.slice(0, rows).map((line) => `${line}\n`)
    expect(JSON.parse(lines[rows] ?? '')).toMatchObject({
      manifest: { rows, sha256: createHash('sha256').update(body.join('')).digest('hex') },
    })
  }
})

test('a stranger gets no export and no manifest', async ({ request, seed }) => {
  await seed.record({ externalId: seed.mark })
  const id = '00000000-0000-4000-8000-000000000000'
  for (const path of [
    routes.recordExport({ format: 'csv' }),
    routes.connectionExport({ format: 'json' }),
    routes.auditExport({ format: 'ndjson' }),
    routes.exportManifest(id),
  ]) {
    const response = await request.get(path, { maxRedirects: 0 })
    expect(response.status()).toBe(401)
    expect(await response.text()).toContain('Sign in again')
  }
})

test('an export that was not understood is refused with a sentence', async ({ as }) => {
  const page = await as('SUPPORT')
  const refused: [string, number, string][] = [
    [routes.recordExport({ q: 'statsu:ACTIVE', format: 'csv' }), 400, 'was not understood'],
    [routes.recordExport({ sort: 'nonsense', format: 'csv' }), 400, 'was not understood'],
    [routes.recordExport({ format: 'xlsx' }), 400, 'csv, ndjson, json'],
    [`${routes.recordExport({ q: 'a', format: 'csv' })}&q=b`, 400, 'was not understood'],
    [routes.recordExport({ newest: 'all', format: 'csv' }), 400, 'from 1 to 100,000'],
    [routes.connectionExport({}), 400, 'csv, ndjson, json'],
    [routes.auditExport({ q: '(', format: 'json' }), 400, 'was not understood'],
    [routes.exportManifest('nonsense'), 404, 'no manifest'],
  ]
  for (const [path, status, sentence] of refused) {
    const response = await page.request.get(path)
    expect(response.status()).toBe(status)
    expect(await response.text()).toContain(sentence)
  }
  expect((await page.request.head(routes.recordExport({ format: 'csv' }))).status()).toBe(405)
  await page.goto(routes.records({ q: 'statsu:ACTIVE' }))
  await expect(page.getByRole('button', { name: 'Display' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Export', exact: true })).toHaveCount(0)
})

test('a file that breaks off in between never ends as if it were whole, and too many at once are refused', async ({
  app,
  database,
  person,
  seed,
  signIn,
}) => {
  test.slow()
  const { pool } = database
  // More than the sockets in between hold; under ids of this moment, since what is newest by its id is proposed in every filter.
  await seed.records(60_000, JSON.stringify({ text: 'x'.repeat(1_000) }))
  const someone = await person('SUPPORT')
  const { name, value } = await signIn(someone)
  const ask = async (): Promise<IncomingMessage> => {
    const address = app.origin + routes.recordExport({ q: `entityType:${seed.mark}`, format: 'json' })
    const asked = get(address.replace('localhost', '127.0.0.1'), {
      headers: { host: new URL(app.origin).host, cookie: `${name}=${value}` },
    })
    const [response] = (await once(asked, 'response')) as [IncomingMessage]
    return response
  }
  const sessions = `SELECT pid FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = 'mastra-admin export' AND backend_type = 'client backend'`
  const count = async () => (await pool.query(sessions)).rows.length

  const [first, second] = [await ask(), await ask()]
  await expect.poll(count).toBe(2)
  const third = await ask()
  expect(third.statusCode).toBe(429)
  third.resume()
  second.destroy()
  await expect.poll(count).toBe(1)
  await pool.query(`SELECT pg_terminate_backend(pid) FROM (${sessions}) AS running`)
  first.resume()
  await expect(once(first, 'end')).rejects.toThrow('aborted')
  await expect
    .poll(async () => {
      const { rows } = await pool.query(
        `SELECT FROM mastra_admin.audit_entry WHERE action = 'export.break-off' AND actor_email = $1`,
        [someone.email],
      )
      return rows.length
    })
    .toBe(2)
})

test('a list is made into a file in the background, and fetched in parts', async ({
  as,
  browser,
  person,
  seed,
  signIn,
}) => {
  await seed.records(120)
  const page = await as('SUPPORT')
  await page.goto(routes.records({ q: `entityType:${seed.mark}`, columns: 'id,entityType' }))
  await ready(page)
  await choose(page, 'As CSV')
  await page.getByRole('button', { name: 'See exports' }).click()
  await expect(page).toHaveURL(routes.exports())
  const link = page.getByRole('link', { name: 'Download' })
  await expect(link).toBeVisible({ timeout: 60_000 })
  expect(await violationsOn(page)).toEqual([])

  const address = (await link.getAttribute('href')) ?? ''
  const whole = await page.request.get(address)
  const text = await whole.text()
  expect(text.trimEnd().split('\r\n')).toHaveLength(121)
  const tag = whole.headers().etag ?? ''
  const rest = await page.request.get(address, { headers: { range: 'bytes=1000-', 'if-range': tag } })
  expect(rest.status()).toBe(206)
  expect(rest.headers()['content-range']).toBe(`bytes 1000-${text.length - 1}/${text.length}`)
  expect(await rest.text()).toBe(text.slice(1_000))
  const other = await page.request.get(address, { headers: { range: 'bytes=1000-', 'if-range': '"another"' } })
  expect(other.status()).toBe(200)
  const behind = await page.request.get(address, { headers: { range: `bytes=${text.length}-` } })
  expect(behind.status()).toBe(416)

  const someone = await browser.newContext()
  await someone.addCookies([await signIn(await person('SUPPORT'))])
  expect((await someone.request.get(address)).status()).toBe(404)
  await page.getByRole('button', { name: 'Delete file' }).click()
  const asked = page.getByRole('alertdialog', { name: 'Delete this file?' })
  await asked.getByRole('button', { name: 'Delete file' }).click()
  await expect(page.getByRole('cell', { name: 'Deleted', exact: true })).toBeVisible()
  expect((await page.request.get(address)).status()).toBe(404)
  const stranger = await browser.newContext()
  expect((await stranger.request.get(address, { maxRedirects: 0 })).status()).toBe(401)
})
