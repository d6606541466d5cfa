import { routes } from '@/lib/routes'
import { expect, test } from './fixtures'
import { ConnectionPage } from './pages/connection-page'
import { EditPage } from './pages/edit-page'
import { EVERY_PAGE, openWhole, seedEvery } from './pages/every-page'
import { ready } from './pages/ready'
import { RecordPage } from './pages/record-page'
import { RecordsPage } from './pages/records-page'

test('the policy refuses nothing of ours on any page', async ({ as, seed, refused }) => {
  test.slow()
  const rows = await seedEvery(seed)
  const page = await as('ADMIN')
  for (const [name, addressOf] of EVERY_PAGE) {
    await openWhole(page, addressOf(rows))
    expect.soft(refused.splice(0), name).toEqual([])
  }
  await page.goto('/no/such/page')
  await page.getByRole('link', { name: 'Go to the overview' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()
})

test('the policy refuses nothing of ours where a person is refused, and what they chose is in force', async ({
  as,
}) => {
  const page = await as('SUPPORT')
  expect((await page.goto(routes.users()))?.status()).toBe(403)
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
})

test('the policy refuses nothing of ours that opens: menus, windows, messages, the editor', async ({ as, seed }) => {
  const rows = await seedEvery(seed)
  const page = await as('ADMIN')
  const list = await RecordsPage.open(page)
  await page.getByRole('button', { name: 'Display' }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toHaveCount(0)
  for (const keys of ['?', 'ControlOrMeta+k']) {
    await page.keyboard.press(keys)
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await list.rows.first().getByRole('checkbox').check()
  await expect(page.getByText('1 selected')).toBeVisible()

  const connection = await ConnectionPage.open(page, rows.connection)
  await connection.clearAll()
  const message = page.locator('[data-sonner-toast]')
  await expect(message).toBeVisible()
  // Drawn as the library meant it: its one style was let in by its hash.
  expect(await message.evaluate((element) => getComputedStyle(element).position)).toBe('absolute')

  const record = await RecordPage.open(page, rows.record)
  await record.data.getByRole('button', { name: 'Raw' }).click()
  await expect(record.data.getByRole('tree')).toHaveCount(0)
  const edit = await EditPage.open(page, rows.record)
  await edit.write('{"a": 2}')
  // Likewise the editor's, by its nonce.
  const editor = page.locator('.cm-scroller').first()
  expect(await editor.evaluate((element) => getComputedStyle(element).fontFamily)).toContain('mono')
})

for (const [what, markup] of [
  ['a script in the page', '<script>window.intruded = true</script>'],
  ['a script from elsewhere', '<script src="/no-nonce.js"></script>'],
  ['a handler in an attribute', '<img src="/x" onerror="window.intruded = true">'],
  ['a style in the page', '<style>body { display: none }</style>'],
  ['a frame', '<iframe src="/records"></iframe>'],
  ['another base', '<base href="https://evil.example/">'],
] as const) {
  test(`the policy refuses ${what} that got into it`, async ({ page, refused }) => {
    await page.route('**/no-nonce.js', (route) => route.fulfill({ body: 'window.intruded = true' }))
    await page.route('**/login', async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, body: (await response.text()).replace('</body>', `${markup}</body>`) })
    })
    await page.goto(routes.login())
    await ready(page)
    await expect.poll(() => refused.length).toBeGreaterThan(0)
    expect(await page.evaluate(() => 'intruded' in window)).toBe(false)
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
    refused.splice(0)
  })
}

test('nothing evaluates text as a program', async ({ page, refused }) => {
  await page.goto(routes.login())
  await page.evaluate(() => {
    const script = document.createElement('script')
    script.nonce = window.__webpack_nonce__ ?? ''
    // Later: what a test runs by itself may evaluate anything.
    script.textContent = `setTimeout(() => { try { eval('1'); window.outcome = 'ran' } catch (error) { window.outcome = error.name } })`
    document.head.append(script)
  })
  await expect.poll(() => page.evaluate(() => String(Reflect.get(window, 'outcome')))).toBe('EvalError')
  // The page is told of it a moment after the error was thrown.
  await expect.poll(() => refused.length).toBeGreaterThan(0)
  refused.splice(0)
})

test('every answer says what a browser must not do with it, and each page has a nonce of its own', async ({
  as,
  request,
  app,
  seed,
}) => {
  const page = await as('SUPPORT')
  const nonces = new Set<string>()
  // A file of no rows: how many other tests have made is nobody's to wait for.
  const file = routes.recordExport({ q: `entityType:${seed.mark}`, format: 'csv' })
  for (const address of [routes.login(), routes.records(), file, '/api/health']) {
    const headers = (await page.request.get(address)).headers()
    expect(headers, address).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(headers['cache-control'], address).toContain('no-store')
    expect(headers['permissions-policy']).toContain('camera=()')
    const policy = headers['content-security-policy'] ?? ''
    expect(policy).not.toMatch(/script-src[^;]*unsafe/)
    nonces.add(/'nonce-([^']+)'/.exec(policy)?.[1] ?? '')
    // Only where browsers come by https: a header that would otherwise lock a whole host in.
    expect(headers['strict-transport-security']).toBeUndefined()
  }
  expect(nonces.size).toBe(4)
  expect((await request.get(`${app.origin}/_next/static/none.js`)).headers()['x-content-type-options']).toBe('nosniff')
})
