import { routes } from '@/lib/routes'
import { expect, test } from './fixtures'
import { ready } from './pages/ready'

test('the overview names what needs attention and leads to it', async ({ as, seed }) => {
  const connection = await seed.connection({
    connectionId: `failing-${seed.mark}`,
    issues: ['one', 'two', 'three', 'four', 'five', 'six'],
  })
  await seed.record({ entityType: seed.mark })
  const page = await as('SUPPORT')
  await page.goto(routes.overview())
  await ready(page)
  const main = page.getByRole('main')
  await expect(main.getByText(seed.mark, { exact: true }).first()).toBeVisible()
  await main.getByRole('link', { name: new RegExp(`failing-${seed.mark}`) }).click()
  await expect(page).toHaveURL(new RegExp(routes.connection(connection)))
  await expect(page.getByRole('region', { name: 'Issues' }).getByText('six')).toBeVisible()
})
