import type { Role } from '@/lib/auth/permissions'
import { routes } from '@/lib/routes'
import { expect, test } from './fixtures'

/** What every page, route and action answers everyone is in `matrix`; here is what people see of it. */
for (const path of [routes.login(), routes.forgot(), routes.newPassword(), routes.setUp()]) {
  test(`a stranger may open ${path}, which shows nothing of anyone`, async ({ request, person }) => {
    const someone = await person('ADMIN')
    const response = await request.get(path, { maxRedirects: 0 })
    expect(response.status()).toBe(200)
    expect(await response.text()).not.toContain(someone.email)
  })
}

test('a stranger is refused a record, a connection and a document by its address', async ({ request, seed }) => {
  const record = await seed.record({ data: '{"canary": "stranger"}' })
  const connection = await seed.connection()
  for (const path of [routes.record(record), routes.connection(connection)]) {
    const response = await request.get(path, { maxRedirects: 0 })
    expect(response.status()).toBe(307)
    expect(await response.text()).not.toContain('stranger')
  }
  const document = await request.get(routes.recordData(record), { maxRedirects: 0 })
  expect(document.status()).toBe(401)
  const count = await request.get(routes.recordCount(), { maxRedirects: 0 })
  expect(count.status()).toBe(401)
})

const allowed: Record<Role, boolean> = { SUPPORT: false, OPERATOR: false, ADMIN: true }
for (const [role, may] of Object.entries(allowed)) {
  test(`${role} ${may ? 'manages' : 'may not see'} the users`, async ({ as }) => {
    const page = await as(role as Role)
    const response = await page.goto(routes.users())
    expect(response?.status()).toBe(may ? 200 : 403)
    await expect(page.getByRole('heading', { name: may ? 'Users' : /does not allow/ })).toBeVisible()
    expect((await page.goto(routes.user(crypto.randomUUID())))?.status()).toBe(may ? 404 : 403)
    expect((await page.goto(routes.account()))?.status()).toBe(200)
  })
}

for (const [role, may] of Object.entries(allowed)) {
  test(`${role} ${may ? 'sees' : 'may not see'} what is masked for whom`, async ({ as }) => {
    const page = await as(role as Role)
    expect((await page.goto(routes.masking()))?.status()).toBe(may ? 200 : 403)
    await expect(page.getByRole('link', { name: 'Masking' })).toHaveCount(may ? 1 : 0)
  })
}

for (const [role, may] of Object.entries(allowed)) {
  test(`${role} ${may ? 'sees' : 'may not see'} the status of the instance`, async ({ as }) => {
    const page = await as(role as Role)
    expect((await page.goto(routes.status()))?.status()).toBe(may ? 200 : 403)
    await expect(page.getByRole('link', { name: 'Status' })).toHaveCount(may ? 1 : 0)
  })
}

for (const [role, may] of Object.entries(allowed)) {
  test(`${role} ${may ? 'sees' : 'may not see'} the indexes of the database`, async ({ as }) => {
    const page = await as(role as Role)
    const response = await page.goto(routes.database())
    expect(response?.status()).toBe(may ? 200 : 403)
    await expect(page.getByRole('link', { name: 'Database' })).toHaveCount(may ? 1 : 0)
  })
}

for (const [role, may] of Object.entries(allowed)) {
  test(`${role} ${may ? 'sees' : 'may not see'} whom causes are told to`, async ({ as, seed }) => {
    const channel = await seed.channel()
    const page = await as(role as Role)
    for (const path of [routes.notices(), routes.noticeNew('webhook'), routes.notice(channel)])
      expect((await page.goto(path))?.status()).toBe(may ? 200 : 403)
    await expect(page.getByRole('link', { name: 'Notices' })).not.toHaveCount(may ? 0 : 1)
  })
}

test('what does not exist is a 404 inside the frame, also for ids that could not exist', async ({ as }) => {
  const page = await as('SUPPORT')
  for (const path of [
    routes.record('no-such-record'),
    routes.connection('no-such-connection'),
    routes.entity('no-such-entity'),
    routes.batch('no-such-batch'),
    routes.batch(crypto.randomUUID()),
    routes.idSet('no-such-import'),
    routes.record('\u0000'),
    routes.record('x'.repeat(500)),
  ]) {
    const response = await page.goto(path)
    expect([400, 404]).toContain(response?.status())
    await expect(page.getByRole('main')).toBeVisible()
  }
})
