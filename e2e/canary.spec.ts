import type { Page, Response } from '@playwright/test'
import type pg from 'pg'
import { ROLES } from '@/lib/auth/permissions'
import { routes } from '@/lib/routes'
import { expect, test } from './fixtures'
import { ConnectionPage } from './pages/connection-page'
import { EVERY_PAGE, type Rows, seedEvery } from './pages/every-page'
import { RecordPage } from './pages/record-page'
import { makeToken } from './pages/tokens-page'
import { addRules } from './support/masking'
import type { Person } from './support/people'

const FORMATS = ['csv', 'ndjson', 'json'] as const

/** Every address that answers with data and no page. */
function dataAddresses({ record, deleted, connection, customer }: Rows, mark: string, secret: string): string[] {
  return [
    ...[record, deleted].flatMap((id) => [routes.recordData(id), routes.recordState(id), routes.recordPeek(id)]),
    routes.connectionSyncConfig(connection),
    routes.recordCount({ q: `entityType:${mark}` }),
    ...['data.token', `data.private${mark}.of`, 'data.contact', 'data.name', 'data', 'externalId'].map((field) =>
      routes.recordValues({ field, typed: '', q: '' }),
    ),
    ...['issues', 'syncConfig.webhookSecret', 'syncConfig'].map((field) =>
      routes.connectionValues({ field, typed: '', q: '' }),
    ),
    routes.auditValues({ field: 'subject.id', typed: '', q: '' }),
    routes.issueValues({ field: 'customer', typed: '', q: '' }),
    ...[secret, record, customer, mark, ''].map((q) => routes.search({ q })),
    ...FORMATS.flatMap((format) => [
      routes.recordExport({
        q: `entityType:${mark}`,
        state: 'all',
        columns: `id,data,data.token,data.private${mark}.of,data.contact`,
        format,
      }),
      routes.connectionExport({ q: `connectionId:*${mark}*`, format }),
      routes.auditExport({ format }),
    ]),
  ]
}

/** What the browser is sent from here on; a redirect has no body. Answers of actions are read on their way: the browser does not keep them. */
async function collect(page: Page, origin: string): Promise<Promise<string>[]> {
  const bodies: Promise<string>[] = []
  await page.route(`${origin}/**`, async (route) => {
    if (route.request().method() !== 'POST') return route.fallback()
    const response = await route.fetch()
    bodies.push(Promise.resolve(`POST ${response.url()}\n${await response.text()}`))
    await route.fulfill({ response })
  })
  page.on('response', (response: Response) => {
    if (response.url().startsWith(origin) && response.request().method() !== 'POST')
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
  test(`no secret reaches ${role} by any page, action or address, nor the log`, async ({
    page,
    person,
    signIn,
    app,
    seed,
    database,
  }) => {
    // Some eighty pages, each opened twice.
    test.setTimeout(600_000)
    const canary = `canary7${seed.mark}`
    await addRules(database.pool, seed.mark)
    const rows = await seedEvery(seed, canary)
    const someone = await person(role)
    await page.context().addCookies([await signIn(someone)])
    const bodies = await collect(page, app.origin)
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
    const answers: string[] = []
    // One after the other: of exports a person has only two at a time.
    for (const address of dataAddresses(rows, seed.mark, canary)) {
      const answer = await page.request.get(address)
      expect([200, 403, 404], address).toContain(answer.status())
      // The address may hold what was asked for; the answer may not.
      answers.push(await answer.text())
    }
    // A script of theirs is told no more; of the addresses that it may not read it is told nothing.
    const authorization = `Bearer ${await makeToken(page, seed.mark)}`
    const told: number[] = []
    for (const address of dataAddresses(rows, seed.mark, canary)) {
      const answer = await page.request.get(address, { headers: { authorization } })
      told.push(answer.status())
      answers.push(await answer.text())
    }
    expect([...new Set(told)].sort()).toEqual([200, 403])
    answers.push(await keptFile(page, database.pool, someone, seed.mark))
    // The last page goes on listening for what is new: an answer without an end of its own.
    await page.goto('about:blank')
    const sent = [...(await Promise.all(bodies)), ...answers]
    expect(sent.filter((text) => text.includes(canary)).map((text) => text.slice(0, 300))).toEqual([])
    // Had nothing been read, nothing would have been found.
    expect(sent.some((text) => text.includes(rows.record) && text.includes('••••••'))).toBe(true)
    expect(answers.some((text) => text.includes('q•••@acme.example'))).toBe(true)
    expect(app.log()).not.toContain(canary)
  })
}

/** A file that is made in the background for this person, once it is whole. */
async function keptFile(page: Page, pool: pg.Pool, { id: actor, email }: Person, mark: string): Promise<string> {
  const params = { q: `entityType:${mark}`, state: 'all', columns: 'id,data,data.contact' }
  const request = { params, now: new Date().toISOString(), timeZone: 'UTC' }
  const { rows } = await pool.query<{ id: string }>(
    `INSERT INTO mastra_admin.export (id, table_name, format, actor_id, actor_email, request)
     VALUES (gen_random_uuid(), 'records', 'ndjson', $1, $2, $3) RETURNING id::text`,
    [actor, email, request],
  )
  const address = routes.exportFile(rows[0]?.id ?? '')
  await expect.poll(async () => (await page.request.get(address)).status(), { timeout: 60_000 }).toBe(200)
  return (await page.request.get(address)).text()
}

test('what an administrator reveals is in the one answer and nowhere else', async ({ as, app, seed, database }) => {
  const canary = `canary8${seed.mark}`
  const id = await seed.record({ data: `{"name": "Ada", "token": "${canary}"}` })
  const page = await as('ADMIN')
  const bodies = await collect(page, app.origin)
  const record = await RecordPage.open(page, id)
  await record.data.getByRole('treeitem', { name: /^token/ }).click()
  await record.data.getByRole('button', { name: 'Reveal' }).click()
  await page.getByLabel('Reason').fill(`Ticket of ${seed.mark}`)
  await page.getByRole('dialog').getByRole('button', { name: 'Reveal' }).click()
  await expect(page.getByRole('region', { name: 'Revealed value' })).toContainText(canary)
  for (const address of [routes.record(id), routes.audit(), routes.records({ q: `id:${id}` })]) await page.goto(address)
  await page.goto('about:blank')
  const holding = (await Promise.all(bodies)).filter((text) => text.includes(canary))
  expect(holding.map((text) => text.slice(0, text.indexOf('\n')))).toEqual([`POST ${app.origin}${routes.record(id)}`])
  expect(app.log()).not.toContain(canary)
  const { rows } = await database.pool.query('SELECT after FROM mastra_admin.audit_entry WHERE subject_id = $1', [id])
  expect(JSON.stringify(rows)).toContain(seed.mark)
  expect(JSON.stringify(rows)).not.toContain(canary)
})
