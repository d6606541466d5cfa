import { routes } from '@/lib/routes'
import { expect, test } from './fixtures'
import { openWhole } from './pages/every-page'
import { field, openAgain, openPalette, option, paste } from './pages/palette'
import { violationsOn } from './support/axe'

test('the search opens by keys and by its button, and gives the focus back', async ({ as }) => {
  const page = await as('SUPPORT')
  await openWhole(page, routes.records())
  const button = page.getByRole('button', { name: 'Search', exact: true })
  await button.click()
  await expect(page.getByRole('dialog', { name: 'Search' })).toBeVisible()
  await expect(field(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(button).toBeFocused()
  await page.getByRole('combobox', { name: 'Filter' }).focus()
  await page.keyboard.press('Control+k')
  await expect(field(page)).toBeFocused()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: 'Filter' })).toBeFocused()
})

test('arrows, Home and End move through the list, and Enter opens a page', async ({ as }) => {
  const page = await as('SUPPORT')
  await openPalette(page)
  const active = page.getByRole('option', { selected: true })
  await expect(active).toHaveText(/Overview/)
  await page.keyboard.press('ArrowDown')
  await expect(active).toHaveText(/Records/)
  await page.keyboard.press('End')
  await expect(active).not.toHaveText(/Records/)
  await page.keyboard.press('Home')
  await expect(active).toHaveText(/Overview/)
  await field(page).pressSequentially('conn')
  await expect(active).toHaveText(/^Connections/)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(routes.connections())
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('an id that was pasted is certain, and Enter opens it, however soon', async ({ as, seed }) => {
  const record = await seed.record({ data: '{"name": "Ada of the palette"}' })
  const page = await as('SUPPORT')
  await openPalette(page)
  await paste(page, record)
  await expect(option(page, /Ada of the palette/)).toContainText('Enter opens it')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(routes.record(record))
  await openAgain(page)
  await paste(page, record)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page).toHaveURL(routes.record(record))
})

test('an end user’s reference and an address of this site lead to their place, another site’s is not followed', async ({
  as,
  seed,
  app,
}) => {
  const customer = `palette+${seed.mark}@acme.example`
  await seed.connection({ connectionId: customer })
  const page = await as('SUPPORT')
  await openPalette(page)
  await paste(page, ` ${customer}\n`)
  await expect(option(page, new RegExp(seed.mark)).first()).toContainText('Enter opens it')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(routes.customer(customer))
  await openAgain(page)
  await paste(page, `${app.origin}${routes.records({ q: 'status:ACTIVE' })}`)
  await expect(option(page, /Records/)).toContainText('Enter opens it')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(routes.records({ q: 'status:ACTIVE' }))
  await openAgain(page)
  await paste(page, 'https://elsewhere.example/records/abc')
  await expect(page.getByText('This address belongs to another site.')).toBeVisible()
  await expect(page.getByText('Enter opens it')).toHaveCount(0)
})

test('Tab keeps to one kind, and Backspace leaves it', async ({ as, seed }) => {
  const customer = `only ${seed.mark}`
  await seed.connection({ connectionId: customer })
  const page = await as('SUPPORT')
  await openPalette(page)
  await paste(page, seed.mark)
  // The list is whole: until then the first of it may be one of another kind.
  await expect(page.getByRole('status').filter({ hasText: /result/ })).toBeAttached()
  const active = page.getByRole('option', { selected: true })
  await expect(active).toHaveText(new RegExp(customer))
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: /Do not narrow to End users/ })).toBeVisible()
  await expect(page.getByRole('group', { name: 'Connections' })).toHaveCount(0)
  await field(page).fill('')
  await page.keyboard.press('Backspace')
  await expect(page.getByRole('button', { name: /Do not narrow/ })).toHaveCount(0)
})

test('a command does what it says, and one of the page opens its own window', async ({ as }) => {
  const page = await as('SUPPORT')
  await openPalette(page, routes.records())
  await field(page).pressSequentially('>dark')
  await expect(option(page, 'Switch theme: dark')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await openAgain(page)
  await field(page).pressSequentially('save')
  await option(page, /Save this list as a view/).click()
  await expect(page.getByRole('dialog', { name: /view/i })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused()
})

for (const [role, may] of [
  ['SUPPORT', false],
  ['ADMIN', true],
] as const) {
  test(`${role} ${may ? 'finds' : 'does not find'} users and the pages about them`, async ({ as, person }) => {
    const someone = await person('OPERATOR')
    const page = await as(role)
    await openPalette(page)
    await paste(page, someone.email)
    await expect(page.getByRole('status').filter({ hasText: may ? '1 result' : 'Nothing was found' })).toBeAttached()
    await expect(
      option(page, new RegExp(someone.email)).filter({ hasNotText: /Search all records for|Why can/ }),
    ).toHaveCount(may ? 1 : 0)
    await paste(page, 'database')
    await expect(option(page, /^Database/)).toHaveCount(may ? 1 : 0)
  })
}

test('what someone opened is offered to them again, before anything is typed', async ({ as, seed }) => {
  const record = await seed.record({ data: '{"name": "Where one was"}' })
  const page = await as('SUPPORT')
  const noted = page.waitForRequest((request) => request.url().endsWith(routes.searchUse()))
  await openWhole(page, routes.record(record))
  await noted
  await expect(async () => {
    await openPalette(page)
    await expect(page.getByRole('group', { name: 'Recent' }).getByText('Where one was')).toBeVisible()
  }).toPass()
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('the search fills the screen and opens from the bar', async ({ as, seed }) => {
    const record = await seed.record({ data: '{"name": "Found by thumb"}' })
    const page = await as('SUPPORT')
    await openWhole(page, routes.overview())
    await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Search' }).tap()
    await expect
      .poll(() => page.getByRole('dialog', { name: 'Search' }).boundingBox())
      .toMatchObject({ x: 0, y: 0, width: 390, height: 844 })
    await paste(page, record)
    await option(page, /Found by thumb/).tap()
    await expect(page).toHaveURL(routes.record(record))
  })
})

for (const width of [320, 1280]) {
  test(`axe finds nothing in the search, ${width} px wide, and nothing reaches beyond it`, async ({ as, seed }) => {
    await seed.connection({ connectionId: `${'long'.repeat(40)}-${seed.mark}`, issues: ['x'] })
    const page = await as('ADMIN')
    await page.setViewportSize({ width, height: 800 })
    await openPalette(page)
    await paste(page, seed.mark)
    await expect(page.getByRole('status').filter({ hasText: /result/ })).toBeAttached()
    expect(await violationsOn(page)).toEqual([])
    const dialog = page.getByRole('dialog', { name: 'Search' })
    expect(await dialog.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0)
    const list = page.getByRole('listbox')
    expect(await list.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0)
  })
}

test('a stranger is refused a search and its memory, and nobody gets a failure for a garbled one', async ({
  request,
  as,
}) => {
  expect((await request.get(routes.search({ q: 'ada' }), { maxRedirects: 0 })).status()).toBe(401)
  expect((await request.post(routes.searchUse(), { data: { kind: 'record', key: 'x' } })).status()).toBe(401)
  const page = await as('SUPPORT')
  for (const q of ['x'.repeat(10_000), 'a\u0000b', '%', '_', '\u202eabc', '"', 'شركة']) {
    const answer = await page.request.get(routes.search({ q }))
    expect([200, 400], q.slice(0, 20)).toContain(answer.status())
  }
  expect((await page.request.get(`${routes.search()}?q=%ED%A0%80%00`)).status()).toBeLessThan(500)
  expect((await page.request.post(routes.searchUse(), { data: { kind: 'nonsense', key: 'x' } })).status()).toBe(400)
  expect((await page.request.post(routes.searchUse(), { data: 'nonsense' })).status()).toBe(400)
  expect((await page.request.post(routes.searchUse(), { data: { kind: 'record', key: 'x' } })).status()).toBe(204)
})
