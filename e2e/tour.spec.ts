import type { BrowserContext, Page } from '@playwright/test'
import { routes } from '@/lib/routes'
import { expect, test } from './fixtures'
import { atRest, openWhole } from './pages/every-page'
import { cloneTemplate } from './support/database'
import { Factory } from './support/factory'
import { addPerson, sessionCookie } from './support/people'
import { startApp } from './support/server'

const card = (page: Page, step: number) =>
  page.getByRole('region').filter({ hasText: `Tour, step ${step} of 5`, visible: true })

test('the demo begins with a tour, which a person ends for good, and with questions that have answers', async ({
  browser,
}, info) => {
  test.slow()
  const database = await cloneTemplate(97)
  const app = await startApp(database.url, { MASTRA_ADMIN_DEMO: '1' })
  const contexts: BrowserContext[] = []
  try {
    const seed = new Factory(database.pool, info.testId)
    const connection = await seed.connection({ connectionId: `ada-${seed.mark}`, issues: ['invalid_grant'] })
    const entityId = await seed.entity(connection)
    await seed.record({ entityId, data: '{"name": "Ada"}' })
    await seed.record({ entityId, deletedAt: '2026-01-01T00:00:00Z' })
    const [person, other] = [await addPerson(database.pool, 'SUPPORT'), await addPerson(database.pool, 'ADMIN')]
    const enter = async (someone: typeof person) => {
      const context = await browser.newContext({ baseURL: app.origin })
      contexts.push(context)
      await context.addCookies([await sessionCookie(database.pool, someone, app.origin)])
      const page = await context.newPage()
      await openWhole(page, routes.overview())
      return page
    }

    const page = await enter(person)
    await expect(card(page, 1)).toBeVisible()
    const questions = page.getByRole('region', { name: 'Try asking' }).getByRole('listitem').getByRole('link')
    let addresses: string[] = []
    // The page does without them where it takes too long to find them, as it may at first on a machine that has other work.
    await expect(async () => {
      if (addresses.length > 0 || (await questions.count()) === 0) await openWhole(page, routes.overview())
      addresses = await questions.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
      expect(addresses.length).toBeGreaterThanOrEqual(4)
    }).toPass()
    expect(addresses[0]).toBe(routes.why({ q: `ada-${seed.mark}` }))
    for (const address of addresses) {
      const response = await page.goto(address)
      expect(response?.status(), address).toBe(200)
      await atRest(page)
      await expect(page.getByRole('main').getByRole('alert'), address).toHaveCount(0)
      await expect(
        page.getByText(/no (records|issues|connections|causes) match|Nothing here has/i),
        address,
      ).toHaveCount(0)
    }

    await openWhole(page, routes.overview())
    await card(page, 1).getByRole('button', { name: 'End the tour' }).click()
    await expect(page.getByText('The tour is over.', { exact: false })).toBeVisible()
    await expect(card(page, 1)).toHaveCount(0)
    await page.getByRole('region', { name: 'Try asking' }).getByRole('button', { name: 'Hide' }).click()
    await expect(page.getByRole('region', { name: 'Try asking' })).toHaveCount(0)
    for (const again of [page, await enter(person)]) {
      await openWhole(again, routes.overview())
      await expect(again.getByRole('region', { name: 'Needs attention' })).toBeVisible()
      await expect(again.getByText(/^Tour, step/)).toHaveCount(0)
      await expect(again.getByRole('region', { name: 'Try asking' })).toHaveCount(0)
    }
    await expect(card(await enter(other), 1)).toBeVisible()
  } finally {
    // An open page goes on watching, and a server that ends waits for whoever does.
    for (const context of contexts) await context.close()
    await app.stop()
    await database.drop()
  }
})

test('the tour is in the menu of the account, goes by keyboard and Back, and each step stands above what it explains', async ({
  as,
}) => {
  const page = await as('SUPPORT')
  await openWhole(page, routes.overview())
  await expect(page.getByText(/^Tour, step/)).toHaveCount(0)
  await page.getByRole('button', { name: /^Account of/ }).click()
  await page.getByRole('menuitem', { name: 'Take the tour' }).click()
  const explained = ['Try asking', 'Needs attention', 'Integrations', 'Latest activity']
  for (const [at, name] of explained.entries()) {
    const current = card(page, at + 1)
    await expect(current).toBeVisible()
    const next = current.getByRole('link', { name: 'Next step' })
    await next.focus()
    await next.press('Enter')
    const step = card(page, at + 2)
    await expect(step.getByRole('heading')).toBeFocused()
    await atRest(page)
    // Both in one look: the page may be scrolled between two.
    const explanation = page.getByRole('region', { name, exact: true })
    const isAbove = async () => {
      const below = await explanation.elementHandle()
      return step.evaluate(
        (card, region) =>
          region !== null && card.getBoundingClientRect().bottom <= (region as Element).getBoundingClientRect().top,
        below,
      )
    }
    await expect.poll(isAbove, name).toBe(true)
  }
  await page.goBack()
  await expect(card(page, 4)).toBeVisible()
  await page.goForward()
  await card(page, 5).getByRole('button', { name: 'Done' }).click()
  await expect(page.getByText(/^Tour, step/)).toHaveCount(0)
  await expect(page).toHaveURL(new RegExp(`${routes.overview()}$`))
})

test('the steps can be taken without scripts, on a phone, where nothing is wider than the screen', async ({
  browser,
  baseURL,
  person,
  signIn,
}) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false, viewport: { width: 320, height: 700 } })
  await context.addCookies([await signIn(await person('SUPPORT'))])
  const page = await context.newPage()
  for (let step = 1; step <= 5; step += 1) {
    await page.goto(routes.tour(step))
    await expect(page.getByText(`Tour, step ${step} of 5`)).toBeVisible()
  }
  await page.goto(routes.tour(2))
  await page.getByRole('link', { name: 'Next step' }).click()
  await expect(page.getByText('Tour, step 3 of 5')).toBeVisible()
  await page.goto('/?tour=9')
  await expect(page.getByText(/^Tour, step/)).toHaveCount(0)
  await context.close()
})
