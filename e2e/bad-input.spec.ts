import { routes } from '@/lib/routes'
import { expect, test } from './fixtures'
import { RecordsPage } from './pages/records-page'

const wrong: [string, Record<string, string>, RegExp][] = [
  ['an unknown field', { q: 'entitytyp:CONTACT' }, /entityType/],
  ['an unknown enum value', { q: 'status:ACTVE' }, /ACTIVE/],
  ['an open parenthesis', { q: '(status:ACTIVE' }, /parenthes|bracket/i],
  ['an unclosed quote', { q: '"ada' }, /quot/i],
  ['a state that does not exist', { state: 'gone' }, /live/],
  ['a size that is not offered', { size: '33' }, /25/],
  ['a sort by nothing known', { sort: '-shoeSize' }, /sort/i],
  ['a cursor that was made up', { after: 'not-a-cursor' }, /cursor|page|place/i],
  ['a masked key', { q: 'data.access_token:abc*' }, /masked/i],
]

for (const [what, query, answer] of wrong) {
  test(`${what} is named at its place, and no rows are shown for it`, async ({ as, seed }) => {
    await seed.record()
    const page = await as('SUPPORT')
    const response = await page.goto(routes.records(query))
    expect(response?.status()).toBeLessThan(500)
    await expect(page.getByRole('main').getByText(answer).first()).toBeVisible()
    await expect(page.getByRole('main').locator('tbody').getByRole('row')).toHaveCount(0)
  })
}

test('a filter with characters that Postgres refuses is a sentence, not an error', async ({ as }) => {
  const page = await as('SUPPORT')
  for (const q of [
    'a\u0000b',
    'x'.repeat(5_000),
    '('.repeat(500),
    "'; DROP TABLE records; --",
    'createdAt:>99999999-01-01',
  ]) {
    const response = await page.goto(routes.records({ q }))
    expect(response?.status(), q.slice(0, 30)).toBeLessThan(500)
    await expect(page.getByRole('heading', { level: 1, name: 'Records' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Try again' })).toHaveCount(0)
  }
})

test('a corrected filter shows its rows again', async ({ as, seed }) => {
  await seed.record({ externalId: `${seed.mark}-here` })
  const records = await RecordsPage.open(await as('SUPPORT'), { q: `entitytype:${seed.mark}` })
  await records.filter.fill(`entityType:${seed.mark}`)
  await records.filter.press('Enter')
  await expect(records.page.getByText(`${seed.mark}-here`)).toBeVisible()
})
