import type { APIRequestContext, Page, Request } from '@playwright/test'
import { routes } from '@/lib/routes'
import { expect, test } from './fixtures'
import { ConnectionPage } from './pages/connection-page'
import { EditPage } from './pages/edit-page'
import { ready } from './pages/ready'
import { RecordPage } from './pages/record-page'

/** The request that a press of a button sends to a server action. */
async function sentBy(page: Page, press: () => Promise<void>): Promise<Request> {
  const sent = page.waitForRequest((request) => request.method() === 'POST' && 'next-action' in request.headers())
  await press()
  const request = await sent
  await request.response()
  return request
}

/** Sends it again as whoever `context` is signed in as, with other words in its body. */
async function replay(context: APIRequestContext, request: Request, change: (body: string) => string, origin?: string) {
  const { 'next-action': action, 'content-type': type } = request.headers()
  const response = await context.post(request.url(), {
    headers: {
      'next-action': action ?? '',
      'content-type': type ?? '',
      accept: 'text/x-component',
      ...(origin ? { origin } : {}),
    },
    data: change(request.postData() ?? ''),
    maxRedirects: 0,
  })
  return { status: response.status(), body: await response.text() }
}

test('a soft-delete sent by hand obeys the role of who sends it, and parses what it is given', async ({
  as,
  browser,
  person,
  seed,
  signIn,
}) => {
  const [mine, target] = [await seed.record(), await seed.record()]
  const page = await as('OPERATOR')
  const record = await RecordPage.open(page, mine)
  const request = await sentBy(page, () => record.softDelete())
  const aim = (body: string) => body.replaceAll(mine, target)

  const stranger = await browser.newContext()
  const asStranger = await replay(stranger.request, request, aim)
  expect(asStranger.body).toContain('UNAUTHENTICATED')
  const support = await browser.newContext()
  await support.addCookies([await signIn(await person('SUPPORT'))])
  const asSupport = await replay(support.request, request, aim)
  expect(asSupport.body).toContain('FORBIDDEN')
  expect(await seed.deletedAtOf(target)).toBeNull()

  for (const nonsense of [
    '[]',
    '[null]',
    '[{"ids":"x"}]',
    '[{"ids":[]}]',
    `[{"ids":["${'x'.repeat(5_000)}"]}]`,
    '[{"ids":["a\\u0000b"]}]',
  ]) {
    const { status, body } = await replay(page.request, request, () => nonsense)
    expect(status, nonsense).toBeLessThan(500)
    expect(body, nonsense).toContain('INVALID')
  }
  for (const garbled of ['', 'not JSON', '['])
    expect((await replay(page.request, request, () => garbled)).status).toBe(400)
  const foreign = await replay(page.request, request, aim, 'https://evil.example')
  expect(foreign.status).toBe(403)
  expect(await seed.deletedAtOf(target)).toBeNull()

  const asOperator = await replay(page.request, request, aim)
  expect(asOperator.status).toBe(200)
  expect(await seed.deletedAtOf(target)).not.toBeNull()
  await stranger.close()
  await support.close()
})

test('an edit sent by hand obeys the role of who sends it, and writes no other column', async ({
  as,
  browser,
  person,
  seed,
  signIn,
}) => {
  const [mine, target] = [await seed.record({ data: '{"a": 1}' }), await seed.record({ data: '{"a": 1}' })]
  const page = await as('OPERATOR')
  const edit = await EditPage.open(page, mine)
  await edit.write('{"a": 2}')
  await edit.review.click()
  const request = await sentBy(page, () => edit.save.click())
  const aim = (body: string) => body.replaceAll(mine, target)
  const support = await browser.newContext()
  await support.addCookies([await signIn(await person('SUPPORT'))])
  expect((await replay(support.request, request, aim)).body).toContain('FORBIDDEN')
  for (const wrong of ['"deletedAt"', '"id"', '"__proto__"']) {
    const { body } = await replay(page.request, request, (text) => aim(text).replace('"data"', wrong))
    expect(body, wrong).toContain('INVALID')
  }
  expect(await seed.dataOf(target)).toBe('{"a": 1}')
  expect((await replay(page.request, request, aim)).body).toContain('saved')
  expect(await seed.dataOf(target)).toBe('{"a": 2}')
  await support.close()
})

test('clearing issues sent by hand obeys the role of who sends it', async ({ as, browser, person, seed, signIn }) => {
  const [mine, target] = [await seed.connection({ issues: ['one'] }), await seed.connection({ issues: ['one'] })]
  const page = await as('OPERATOR')
  const connection = await ConnectionPage.open(page, mine)
  const request = await sentBy(page, () => connection.clearButtonOf('one').click())
  const aim = (body: string) => body.replaceAll(mine, target)
  const support = await browser.newContext()
  await support.addCookies([await signIn(await person('SUPPORT'))])
  expect((await replay(support.request, request, aim)).body).toContain('FORBIDDEN')
  expect(await seed.issuesOf(target)).toEqual(['one'])
  expect((await replay(page.request, request, aim)).status).toBe(200)
  expect(await seed.issuesOf(target)).toEqual([])
  await support.close()
})

test('adding a user sent by hand is for administrators only, and the trail says who tried', async ({
  as,
  browser,
  database,
  person,
  seed,
  signIn,
}) => {
  const page = await as('ADMIN')
  await page.goto(routes.users())
  await ready(page)
  const email = `${seed.mark}@example.test`
  const request = await sentBy(page, async () => {
    await page.getByRole('button', { name: 'Add user' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Email').fill(email)
    await dialog.getByLabel('With a password that you set').check()
    await dialog.getByLabel('Password', { exact: true }).fill('a long enough password')
    await dialog.getByRole('button', { name: 'Add user' }).click()
  })
  const tried: string[] = []
  for (const role of ['SUPPORT', 'OPERATOR'] as const) {
    const other = await browser.newContext()
    const someone = await person(role)
    tried.push(someone.id)
    await other.addCookies([await signIn(someone)])
    const { body } = await replay(other.request, request, (text) => text.replace(email, `forged-${email}`))
    expect(body).toContain('FORBIDDEN')
    expect((await other.request.get(request.url())).status()).toBe(403)
    await other.close()
  }
  const { rows } = await database.pool.query('SELECT email FROM mastra_admin."user" WHERE email LIKE $1', [`%${email}`])
  expect(rows).toEqual([{ email }])
  // Once a person and a permission: the page was asked for within the same minute.
  const refused = await database.pool.query(
    `SELECT actor_role AS role, after->>'permission' AS permission FROM mastra_admin.audit_entry
     WHERE action = 'access.refuse' AND actor_id = ANY($1) ORDER BY id`,
    [tried],
  )
  expect(refused.rows).toEqual(['SUPPORT', 'OPERATOR'].map((role) => ({ role, permission: 'users:manage' })))
  await page.goto(routes.audit({ q: `action:access.refuse subject.id:${tried[0]}` }))
  await expect(page.getByText('Was refused')).toBeVisible()
})

test('keeping a twin by hand obeys the role of who sends it', async ({ as, browser, person, seed, signIn }) => {
  const entityId = await seed.entity(await seed.connection())
  const groups = [`${seed.mark}-a`, `${seed.mark}-b`] as const
  const [mine, target] = groups
  const ids = { [mine]: ['', ''], [target]: ['', ''] }
  for (const externalId of groups)
    ids[externalId] = [await seed.record({ entityId, externalId }), await seed.record({ entityId, externalId })]
  const page = await as('OPERATOR')
  await page.goto(routes.twinGroup({ externalId: mine, entity: entityId }))
  await ready(page)
  const request = await sentBy(page, () => page.getByRole('button', { name: 'Keep this one' }).first().click())
  // Without a version that the person saw, nothing of the other group is theirs to decide.
  const aim = (body: string) =>
    body.replaceAll(mine, target).replaceAll(String(ids[mine]?.[0]), String(ids[target]?.[0]))
  expect((await replay(page.request, request, aim)).body).toContain('CONFLICT')
  const support = await browser.newContext()
  await support.addCookies([await signIn(await person('SUPPORT'))])
  expect((await replay(support.request, request, (body) => body)).body).toContain('FORBIDDEN')
  expect((await replay(page.request, request, () => '[{"seen":[]}]')).body).toContain('INVALID')
  for (const id of ids[target] ?? []) expect(await seed.deletedAtOf(id)).toBeNull()
})
