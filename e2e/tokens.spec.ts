import { routes } from '@/lib/routes'
import { expect, test } from './fixtures'
import { ready } from './pages/ready'
import { violationsOn } from './support/axe'

test('a token is made, shown once, exports as its owner would see it, is in the trail by name, and is revoked', async ({
  as,
  playwright,
  app,
  seed,
}) => {
  const secret = `canary5${seed.mark}`
  const record = await seed.record({ data: `{"name": "Ada", "token": "${secret}"}`, entityType: seed.mark })
  const connection = await seed.connection()
  const page = await as('ADMIN')
  await page.goto(routes.tokens())
  await ready(page)
  await page.getByRole('button', { name: 'Make token' }).click()
  const dialog = page.getByRole('dialog', { name: 'Make token' })
  await dialog.getByLabel('Name').fill(`Nightly ${seed.mark}`)
  await dialog.getByRole('button', { name: 'Make token' }).click()
  await expect(dialog.getByRole('alert')).toContainText('at least one thing')
  await dialog.getByLabel('Export records').check()
  await dialog.getByLabel('Read records').check()
  expect(await violationsOn(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Make token' }).click()
  const shown = page.getByRole('dialog', { name: 'Copy the token now' })
  const token = (await shown.locator('code').first().textContent()) ?? ''
  expect(token).toMatch(/^mak_[0-9A-Za-z]{38}$/)
  await expect(shown.getByText(`'${app.origin}${routes.recordExport({ format: 'ndjson' })}'`)).toBeVisible()
  await shown.getByRole('button', { name: 'Copy command' }).click()
  await expect(shown.getByText('Copied the command')).toBeAttached()
  expect(await violationsOn(page)).toEqual([])
  await shown.getByRole('button', { name: 'I have copied it' }).click()

  const script = await playwright.request.newContext({
    baseURL: app.origin,
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
  })
  const exported = await script.get(routes.recordExport({ q: `entityType:${seed.mark}`, format: 'ndjson' }))
  expect(exported.status()).toBe(200)
  const lines = (await exported.text()).trim().split('\n')
  expect(lines).toHaveLength(2)
  expect(lines[0]).toContain(record)
  expect(lines.join()).not.toContain(secret)
  const document = await script.get(routes.recordData(record))
  expect(document.status()).toBe(200)
  expect(await document.text()).not.toContain(secret)
  expect((await script.get(routes.recordCount({ q: `entityType:${seed.mark}` }))).status()).toBe(200)

  const missing = await script.get(routes.connectionSyncConfig(connection))
  expect(missing.status()).toBe(403)
  expect(await missing.json()).toMatchObject({
    error: 'FORBIDDEN',
    message: expect.stringContaining('connections:read'),
  })
  for (const path of [
    routes.overview(),
    routes.records(),
    routes.users(),
    routes.tokens(),
    routes.search({ q: 'a' }),
  ]) {
    const refused = await script.get(path, { maxRedirects: 0 })
    expect(refused.status(), path).toBe(403)
    expect(await refused.json(), path).toMatchObject({ error: 'FORBIDDEN' })
  }
  expect((await script.post(routes.recordExport({ format: 'csv' }))).status()).toBe(403)

  await page.reload()
  await ready(page)
  const row = page.getByRole('row').filter({ hasText: seed.mark })
  await expect(row).toContainText('records:read, records:export')
  await expect(row).toContainText('from 127.0.0.1')
  expect(await page.content()).not.toContain(token)
  await page.goto(routes.audit({ q: `token:"Nightly ${seed.mark}" action:export.complete` }))
  await expect(page.getByRole('row').filter({ hasText: `by the token Nightly ${seed.mark}` })).toHaveCount(1)

  await page.goto(routes.tokens())
  await ready(page)
  await row.getByRole('button', { name: 'Revoke' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click()
  await expect(row).toContainText('Revoked')
  const after = await script.get(routes.recordData(record))
  expect(after.status()).toBe(401)
  expect(after.headers()['www-authenticate']).toContain('Bearer')
  expect(await after.json()).toMatchObject({ error: 'UNAUTHENTICATED' })
  expect(app.log()).not.toContain(token)
  await script.dispose()
})

test('a bearer is never made good by the cookie beside it; without one the cookie counts', async ({ as, seed }) => {
  const record = await seed.record()
  const page = await as('ADMIN')
  const wrong = { headers: { authorization: 'Bearer mak_made-up' } }
  for (const path of [routes.recordData(record), routes.recordExport({ format: 'csv' }), routes.recordCount()]) {
    expect((await page.request.get(path, wrong)).status(), path).toBe(401)
    expect((await page.request.get(path)).status(), path).toBe(200)
  }
  expect((await page.request.get(routes.users(), wrong)).status()).toBe(403)
  expect((await page.request.get(routes.users())).status()).toBe(200)
})

test('people see their own tokens, and administrators those of others too', async ({ as }) => {
  const page = await as('SUPPORT')
  expect((await page.goto(routes.tokens()))?.status()).toBe(200)
  await expect(page.getByRole('heading', { name: 'Your tokens' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Tokens of others' })).toHaveCount(0)
  const admin = await as('ADMIN')
  await admin.goto(routes.tokens())
  await expect(admin.getByRole('heading', { name: 'Tokens of others' })).toBeVisible()
})
