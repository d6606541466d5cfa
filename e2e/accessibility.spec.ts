import { routes } from '@/lib/routes'
import { expect, test } from './fixtures'
import { EVERY_PAGE, openWhole, seedEvery } from './pages/every-page'
import { ready } from './pages/ready'
import { violationsOn } from './support/axe'
import { cutOff, spaceText, tooSmall } from './support/layout'

for (const [name, address] of EVERY_PAGE) {
  test(`axe finds nothing on ${name}, no width cuts it off, no target is too small`, async ({ as, seed }) => {
    const rows = await seedEvery(seed)
    const page = await as('ADMIN')
    await openWhole(page, address(rows))
    expect.soft(await violationsOn(page)).toEqual([])
    // 640 is a window of 1280 at 200 %, 320 the same at 400 %.
    for (const width of [1280, 640, 390, 320]) {
      await page.setViewportSize({ width, height: 720 })
      expect.soft(await cutOff(page), `at ${width} px`).toEqual([])
      expect.soft(await tooSmall(page), `at ${width} px`).toEqual([])
    }
    await spaceText(page)
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 720 })
      expect.soft(await cutOff(page), `with more space in the text, at ${width} px`).toEqual([])
    }
  })
}

test('on a small phone long words are broken, and the verbs lie free', async ({ as, seed }) => {
  const connection = await seed.connection({ issues: [`a long message ${'x'.repeat(300)}`] })
  const record = await seed.record({ externalId: `long-${'y'.repeat(120)}`, data: `{"long": "${'z'.repeat(2000)}"}` })
  const page = await as('OPERATOR')
  await page.setViewportSize({ width: 320, height: 640 })
  for (const address of [routes.overview(), routes.records(), routes.connection(connection), routes.audit()]) {
    await openWhole(page, address)
    expect(await cutOff(page), address).toEqual([])
  }
  await openWhole(page, routes.record(record))
  expect(await cutOff(page)).toEqual([])
  // A trial press fails where something covers the button.
  await page.getByRole('button', { name: 'Soft-delete' }).click({ trial: true })
  await page.setViewportSize({ width: 390, height: 700 })
  await page.getByRole('button', { name: 'Soft-delete' }).click({ trial: true })
  await page.getByRole('button', { name: 'Copy all' }).click({ trial: true })
})

test('axe finds nothing on the sign-in page, also when it refuses', async ({ page }) => {
  await page.goto(routes.login())
  await ready(page)
  expect(await violationsOn(page)).toEqual([])
  await page.getByLabel('Email').fill('nobody@example.test')
  await page.getByLabel('Password').fill('not this one either')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('The e-mail or the password is not right.')).toBeVisible()
  expect(await violationsOn(page)).toEqual([])
})

test('axe finds nothing with rows close together and the sidebar narrow', async ({ as, seed }) => {
  test.slow()
  const rows = await seedEvery(seed)
  const page = await as('OPERATOR')
  await page.addInitScript(() => {
    localStorage.setItem('density', 'compact')
    localStorage.setItem('sidebar', 'narrow')
  })
  for (const address of [routes.records(), routes.connections(), routes.record(rows.record)]) {
    await openWhole(page, address)
    expect(await violationsOn(page), address).toEqual([])
  }
})

test('axe finds nothing on a page that the role does not allow', async ({ as }) => {
  const page = await as('SUPPORT')
  await page.goto(routes.users())
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your role does not allow this page')
  expect(await violationsOn(page)).toEqual([])
})

test('axe finds nothing on a phone: the pages, the facets, the tab More', async ({ as, seed }) => {
  test.slow()
  const rows = await seedEvery(seed)
  const page = await as('ADMIN')
  await page.setViewportSize({ width: 390, height: 844 })
  for (const address of [routes.overview(), routes.record(rows.record), routes.records()]) {
    await openWhole(page, address)
    expect(await violationsOn(page), address).toEqual([])
  }
  await page.getByRole('button', { name: 'Facets' }).click()
  await expect(page.getByRole('dialog', { name: 'Facets' })).toBeVisible()
  expect(await violationsOn(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.getByRole('button', { name: 'More' }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  expect(await violationsOn(page)).toEqual([])
})
