import type { Page } from '@playwright/test'
import { routes } from '@/lib/routes'
import { expect, test } from './fixtures'
import { ready } from './pages/ready'
import { RecordsPage } from './pages/records-page'
import { violationsOn } from './support/axe'

const list = (page: Page) => page.getByRole('listbox', { name: 'Suggestions' })
const option = (page: Page, name: string) => list(page).getByRole('option', { name, exact: true })
const terms = (page: Page) => page.getByRole('list', { name: 'Terms of the filter' })
const asked = (page: Page) => new URL(page.url()).searchParams.get('q')

/** That the list is that of this filter: the field says it as soon as it is pressed, the address once its rows are there. */
async function expectFilter(page: Page, filter: string): Promise<void> {
  await expect(page.getByRole('combobox', { name: 'Filter' })).toHaveValue(filter)
  await expect.poll(() => asked(page)).toBe(filter)
}

test('a filter is written by keyboard from what is proposed: a field, a value that occurs, a path in the data', async ({
  as,
  seed,
}) => {
  await seed.record({
    externalId: `${seed.mark}-ada`,
    data: '{"odd key": {"mail": "ada@example.test"}, "token": "hunter2hunter2"}',
  })
  await seed.record({ externalId: `${seed.mark}-bob`, data: '{"odd key": {"mail": "bob@example.test"}}' })
  const { page, filter, rows } = await RecordsPage.open(await as('SUPPORT'))
  await page.keyboard.press('/')
  await filter.pressSequentially('entityt')
  await expect(option(page, 'entityType: Entity type')).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(filter).toHaveValue('entityType:')
  await filter.pressSequentially(seed.mark.slice(0, -1))
  await expect(option(page, seed.mark)).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(option(page, seed.mark)).toHaveAttribute('aria-selected', 'true')
  await expect(filter).toHaveAttribute('aria-activedescendant', /.+/)
  await page.keyboard.press('Enter')
  await expect(filter).toHaveValue(`entityType:${seed.mark} `)
  await filter.pressSequentially('data.')
  await expect(list(page).getByRole('option').filter({ hasText: 'token' })).toHaveCount(0)
  await option(page, 'data."odd key".mail:').click()
  await option(page, 'ada@example.test').click()
  await page.keyboard.press('Enter')
  await expect(rows).toHaveCount(1)
  await expect(rows).toContainText(`${seed.mark}-ada`)
  await expect.poll(() => asked(page)).toBe(`entityType:${seed.mark} data."odd key".mail:ada@example.test`)
})

test('Escape closes the proposals and only then leaves the field; typing goes on where the server does not answer', async ({
  as,
  seed,
}) => {
  const mine = await seed.record()
  const { page, filter, rows } = await RecordsPage.open(await as('SUPPORT'))
  await page.route('**/records/values**', (route) => route.abort())
  await filter.click()
  await filter.pressSequentially('stat')
  await expect(list(page)).toBeVisible()
  expect(await violationsOn(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(list(page)).toHaveCount(0)
  await expect(filter).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(filter).not.toBeFocused()
  await filter.fill(`id:${mine}`)
  await filter.press('Enter')
  await expect(rows).toHaveCount(1)
})

test('what a field holds is told to nobody who is not signed in, and nothing that is masked to anyone', async ({
  as,
  request,
  seed,
}) => {
  await seed.record({ data: '{"apiKey": "hunter2hunter2", "plain": "seen"}' })
  for (const address of [routes.recordValues, routes.connectionValues, routes.auditValues]) {
    expect((await request.get(address({ field: 'id' }))).status()).toBe(401)
  }
  const page = await as('SUPPORT')
  const ask = async (query: Record<string, string>) => page.request.get(routes.recordValues(query))
  expect((await ask({})).status()).toBe(400)
  expect(await (await ask({ field: 'nothing' })).json()).toEqual({ values: [], paths: [] })
  expect(await (await ask({ field: 'data.apiKey' })).text()).not.toContain('hunter2')
  expect(await (await ask({ field: 'data.plain', q: `entityType:${seed.mark}` })).json()).toMatchObject({
    values: ['seen'],
  })
})

test('chips and text are the same filter: one is changed, one added, one removed, and no other term is lost', async ({
  as,
  seed,
}) => {
  await seed.record({ source: 'HUBSPOT', externalId: `${seed.mark}-a` })
  await seed.record({ source: 'GITHUB', externalId: `${seed.mark}-b`, status: 'ARCHIVED' })
  const odd = '(source:HUBSPOT  OR source:GITHUB)'
  const { page, filter, rows } = await RecordsPage.open(await as('SUPPORT'), {
    q: `entityType:${seed.mark} ${odd} status:ACTIVE`,
  })
  await expect(rows).toHaveCount(1)
  await expect(terms(page).getByRole('listitem')).toHaveCount(3)

  await page.getByRole('button', { name: 'Status is ACTIVE', exact: true }).click()
  await page.getByLabel('Value', { exact: true }).selectOption('ARCHIVED')
  expect(await violationsOn(page)).toEqual([])
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(rows).toContainText(`${seed.mark}-b`)
  await expectFilter(page, `entityType:${seed.mark} ${odd} status:ARCHIVED`)

  await page.getByRole('button', { name: 'Add filter' }).click()
  await page.getByLabel('Field', { exact: true }).selectOption({ label: 'External id' })
  await page.getByRole('combobox', { name: 'Condition' }).selectOption({ label: 'ends with' })
  await page.getByRole('combobox', { name: 'Value' }).fill('-b')
  await page.getByRole('button', { name: 'Apply' }).click()
  await expectFilter(page, `entityType:${seed.mark} ${odd} status:ARCHIVED externalId:*-b`)
  await expect(rows).toHaveCount(1)

  await page.getByRole('button', { name: 'Remove: Status is ARCHIVED' }).click()
  await expectFilter(page, `entityType:${seed.mark} ${odd} externalId:*-b`)

  await page.getByRole('button', { name: odd.replace('  ', ' '), exact: true }).click()
  await page.getByLabel('This part of the filter, as text').fill('source:GITHUB OR (x')
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByText('never closed')).toBeVisible()
  await page.getByLabel('This part of the filter, as text').fill('source:GITHUB OR source:SLACK')
  await page.getByRole('button', { name: 'Apply' }).click()
  await expectFilter(page, `entityType:${seed.mark} (source:GITHUB OR source:SLACK) externalId:*-b`)

  // A text that cannot be read is mended as text: a condition more would only be put beside what is wrong with it.
  const more = page.getByRole('button', { name: 'Add filter' })
  await filter.fill('source:GITHUB (')
  await expect(more).toBeHidden()
  await filter.fill('statsu:GITHUB')
  await expect(more).toBeVisible()
  await expect(terms(page).getByRole('listitem')).toHaveCount(1)
})

test('a date is asked for by how long ago it was at most, and is read so again', async ({ as, seed }) => {
  const now = Date.now()
  const dayAgo = (days: number) => new Date(now - days * 86_400_000).toISOString().slice(0, 10)
  await seed.record({ externalId: `${seed.mark}-new`, createdAt: `${dayAgo(2)}T12:00:00Z` })
  await seed.record({ externalId: `${seed.mark}-old`, createdAt: `${dayAgo(20)}T12:00:00Z` })
  const { page, filter, rows } = await RecordsPage.open(await as('SUPPORT'), { q: `entityType:${seed.mark}` })
  await expect(rows).toHaveCount(2)
  await page.getByRole('button', { name: 'Add filter' }).click()
  await page.getByLabel('Field', { exact: true }).selectOption({ label: 'Created' })
  const condition = page.getByRole('combobox', { name: 'Condition' })
  await expect(condition.locator('option:checked')).toHaveText('in the last')
  const value = page.getByRole('combobox', { name: 'Value' })
  await expect(value.getByRole('option')).toHaveText(['24 hours', '7 days', '30 days'])
  expect(await violationsOn(page)).toEqual([])
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(rows).toHaveCount(1)
  await expect(rows).toContainText(`${seed.mark}-new`)
  await expect(filter).toHaveValue(`entityType:${seed.mark} createdAt:>now-7d`)

  const chip = (span: string) => page.getByRole('button', { name: `Created in the last ${span}`, exact: true })
  await chip('7 days').click()
  await expect(value.locator('option:checked')).toHaveText('7 days')
  await value.selectOption('30 days')
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(rows).toHaveCount(2)
  await expect(filter).toHaveValue(`entityType:${seed.mark} createdAt:>now-30d`)

  // What happened on a day is asked for by days, and nothing is left there of the span.
  await chip('30 days').click()
  await condition.selectOption({ label: 'is on' })
  await expect(value).toHaveValue('')
  await value.click()
  await expect(page.getByRole('listbox', { name: 'Value' }).getByRole('option')).toHaveText(['today', 'yesterday'])
  await value.fill(dayAgo(20))
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(rows).toHaveCount(1)
  await expect(rows).toContainText(`${seed.mark}-old`)
})

test('recent filters come back in the empty field, can be forgotten, and are nobody else’s', async ({
  as,
  seed,
  person,
  signIn,
}) => {
  const page = await as('SUPPORT')
  const { filter } = await RecordsPage.open(page, { q: `entityType:${seed.mark}` })
  await RecordsPage.open(page, { q: 'nonsense:1' })
  await RecordsPage.open(page)
  await filter.click()
  const recent = list(page).getByRole('group', { name: 'Recent filters' }).getByRole('option')
  await expect(recent).toHaveCount(1)
  await recent.click()
  await expect.poll(() => asked(page)).toBe(`entityType:${seed.mark}`)

  await page.context().addCookies([await signIn(await person('SUPPORT'))])
  await RecordsPage.open(page)
  await filter.click()
  await expect(list(page).getByRole('option').first()).toBeVisible()
  await expect(recent).toHaveCount(0)

  await RecordsPage.open(page, { q: 'status:ACTIVE' })
  await page.getByRole('button', { name: 'Recent filters' }).click()
  await page.getByRole('button', { name: 'Forget status:ACTIVE' }).click()
  await expect(page.getByText('Filters that you apply are listed here.')).toBeVisible()
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 480 }, hasTouch: true, isMobile: true })

  test('the proposals fit above the keyboard and are as high as a finger', async ({ as }) => {
    const page = await as('SUPPORT')
    for (const address of [routes.records(), routes.connections(), routes.audit()]) {
      await page.goto(address)
      await ready(page)
      await page.getByRole('combobox', { name: 'Filter' }).tap()
      await expect(list(page)).toBeVisible()
      const box = await list(page).boundingBox()
      expect((box?.y ?? 0) + (box?.height ?? 999)).toBeLessThanOrEqual(480)
      // A list that is still opening is drawn a little smaller.
      const smallest = () =>
        list(page)
          .getByRole('option')
          .evaluateAll((options) => Math.min(...options.map((each) => each.getBoundingClientRect().height)))
      await expect.poll(smallest).toBeGreaterThanOrEqual(44)
    }
    expect(await violationsOn(page)).toEqual([])
  })
})
