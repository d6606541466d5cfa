import { routes } from '@/lib/routes'
import { expect, test } from '../fixtures'
import { RecordsPage } from '../pages/records-page'

test('a filter typed by hand finds values inside documents, and is in the address', async ({ as, seed }) => {
  await seed.record({
    externalId: `${seed.mark}-ada`,
    data: '{"person": {"email": "Ada@Example.test"}, "amount": 120}',
  })
  await seed.record({ externalId: `${seed.mark}-bob`, data: '{"person": {"email": "bob@example.test"}, "amount": 80}' })
  const records = await RecordsPage.open(await as('SUPPORT'))
  await records.enterFilter()
  await records.filter.fill(`entityType:${seed.mark} data.person.email:ada@example.test data.amount:>=100`)
  await records.filter.press('Enter')
  await expect(records.page.getByText(`${seed.mark}-ada`)).toBeVisible()
  await expect(records.rows).toHaveCount(1)
  expect(new URL(records.page.url()).searchParams.get('q')).toContain('data.amount:>=100')
})

test('paging forward and back shows every row once, also where creation times are equal', async ({ as, seed }) => {
  const created = '2026-03-01T00:00:00.000Z'
  const wanted = new Set<string>()
  for (let index = 0; index < 60; index += 1) wanted.add(await seed.record({ createdAt: created }))
  const records = await RecordsPage.open(await as('SUPPORT'), {
    q: `entityType:${seed.mark}`,
    size: '25',
    columns: 'id,createdAt',
  })
  const seen: string[] = []
  for (const expected of [25, 25, 10]) {
    await expect(records.rows).toHaveCount(expected)
    seen.push(...(await records.ids()))
    if (expected === 25) {
      const before = seen.at(-1)
      await records.page.getByRole('link', { name: 'Next' }).click()
      await expect(records.rows.last()).not.toContainText(before ?? '')
    }
  }
  expect(seen).toHaveLength(60)
  expect(new Set(seen)).toEqual(wanted)
  await records.page.getByRole('link', { name: 'Previous' }).click()
  await expect(records.rows).toHaveCount(25)
  expect(await records.ids()).toEqual(seen.slice(25, 50))
})

test('a heading sorts, a facet narrows, and both survive Back', async ({ as, seed }) => {
  await seed.record({ externalId: 'b', source: 'HUBSPOT', createdAt: '2026-01-01T00:00:00Z' })
  await seed.record({ externalId: 'a', source: 'GITHUB', createdAt: '2026-01-02T00:00:00Z' })
  const records = await RecordsPage.open(await as('SUPPORT'), {
    q: `entityType:${seed.mark}`,
    columns: 'externalId,source,createdAt',
  })
  await expect(records.rows.first()).toContainText('GITHUB')
  await records.page.getByRole('columnheader', { name: 'Created' }).getByRole('link').click()
  await expect(records.rows.first()).toContainText('HUBSPOT')
  await records.page
    .getByRole('link', { name: /HUBSPOT/ })
    .first()
    .click()
  await expect(records.rows).toHaveCount(1)
  await records.page.goBack()
  await expect(records.rows).toHaveCount(2)
  await records.page.goBack()
  await expect(records.rows.first()).toContainText('GITHUB')
})

test('arrow keys move between rows and Enter opens one; its neighbours are those of the list', async ({ as, seed }) => {
  const first = await seed.record({ createdAt: '2026-01-03T00:00:00Z' })
  const second = await seed.record({ createdAt: '2026-01-02T00:00:00Z' })
  const third = await seed.record({ createdAt: '2026-01-01T00:00:00Z' })
  const records = await RecordsPage.open(await as('SUPPORT'), { q: `entityType:${seed.mark}` })
  await records.enterRows()
  await records.page.keyboard.press('ArrowDown')
  await expect(records.rows.nth(1)).toBeFocused()
  await records.page.keyboard.press('Enter')
  await expect(records.page).toHaveURL(new RegExp(routes.record(second)))
  await records.page.getByRole('link', { name: /Next/ }).click()
  await expect(records.page).toHaveURL(new RegExp(routes.record(third)))
  await records.page.getByRole('link', { name: /Previous/ }).click()
  await expect(records.page).toHaveURL(new RegExp(routes.record(second)))
  await records.page.getByRole('link', { name: /Previous/ }).click()
  await expect(records.page).toHaveURL(new RegExp(routes.record(first)))
})

test('deleted records are in the list of deleted ones only', async ({ as, seed }) => {
  await seed.record({ externalId: 'alive' })
  await seed.record({ externalId: 'gone', deletedAt: '2026-01-01T00:00:00Z' })
  const page = await as('SUPPORT')
  const live = await RecordsPage.open(page, { q: `entityType:${seed.mark}` })
  await expect(live.rows).toHaveCount(1)
  const deleted = await RecordsPage.open(page, { q: `entityType:${seed.mark}`, state: 'deleted' })
  await expect(deleted.rows).toHaveCount(1)
  await expect(deleted.rows).toContainText('gone')
  const all = await RecordsPage.open(page, { q: `entityType:${seed.mark}`, state: 'all' })
  await expect(all.rows).toHaveCount(2)
})
