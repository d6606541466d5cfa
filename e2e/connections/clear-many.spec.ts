import { routes } from '@/lib/routes'
import { expect, test } from '../fixtures'
import { BatchPage } from '../pages/batch-page'
import { ready } from '../pages/ready'
import { violationsOn } from '../support/axe'

test('the issues of connections that were ticked are cleared where they stand, and taken back', async ({
  as,
  seed,
}) => {
  const [one, two, other] = [
    await seed.connection({ name: seed.mark, connectionId: 'one', issues: ['first', 'second'] }),
    await seed.connection({ name: seed.mark, connectionId: 'two', issues: ['first'] }),
    await seed.connection({ name: seed.mark, connectionId: 'other', issues: ['first'] }),
  ]
  const page = await as('OPERATOR')
  await page.goto(routes.connections({ q: `name:${seed.mark}` }))
  await ready(page)
  for (const customer of ['one', 'two'])
    await page.getByRole('checkbox', { name: `Select ${seed.mark} of ${customer}`, exact: true }).check()
  await page.getByRole('button', { name: 'Clear issues…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Clear issues of 2 connections?' })
  await expect(dialog).toContainText('3 messages')
  await dialog.getByRole('button', { name: 'Clear for 2 connections' }).click()
  await expect(page.getByText('Cleared issues of 2 connections.')).toBeVisible()
  expect([await seed.issuesOf(one), await seed.issuesOf(two), await seed.issuesOf(other)]).toEqual([[], [], ['first']])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Undone.')).toBeVisible()
  expect([await seed.issuesOf(one), await seed.issuesOf(two)]).toEqual([['first', 'second'], ['first']])
})

test('all that match are cleared as a batch, which says what drifted and is undone as a whole', async ({
  as,
  seed,
  person,
  signIn,
}) => {
  const ids = []
  for (let made = 0; made < 27; made += 1)
    ids.push(await seed.connection({ name: seed.mark, issues: ['token=hunter2hunter was refused'] }))
  const [replaced = '', kept = ''] = ids
  const page = await as('OPERATOR')
  await page.goto(routes.connections({ q: `name:${seed.mark}`, size: '25' }))
  await ready(page)
  await page.getByRole('checkbox', { name: 'Select all rows on this page' }).check()
  await page.getByRole('button', { name: 'Select all 27 matching' }).click()
  await page.getByRole('button', { name: 'Clear issues…' }).click()
  await page.getByRole('dialog').getByRole('link', { name: 'Full preview' }).click()

  const batch = await BatchPage.preview(page)
  await expect(batch.title).toHaveText('Clear issues of 27 connections')
  await expect(page.getByRole('table', { name: 'Connections by integration' })).toContainText('27')
  await expect(page.getByRole('table', { name: 'A sample of the connections' })).toContainText('was refused')
  await expect(page.getByRole('main')).not.toContainText('hunter2hunter')
  expect(await violationsOn(page)).toEqual([])
  expect(await seed.issuesOf(kept)).toHaveLength(1)

  await seed.failSync(replaced, 'arrived since')
  await batch.start()
  // A message that goes after ten seconds: the batch may take longer.
  await expect(page.getByText('When it is done, you can undo it here.')).toBeVisible()
  await batch.ended()
  await expect(page.getByText('Cleared issues of 26 connections')).toBeVisible()
  const drifted = page.getByRole('table', { name: 'Connections that drifted' })
  await expect(drifted).toContainText('with other issues since the preview')
  await expect(drifted).toContainText('None of them, and 1 other')
  expect(await violationsOn(page)).toEqual([])
  expect([await seed.issuesOf(replaced), await seed.issuesOf(kept)]).toEqual([['arrived since'], []])

  const address = page.url()
  await page.getByRole('button', { name: 'Undo…' }).click()
  await page.getByRole('button', { name: 'Show what would be undone' }).click()
  await page.waitForURL((url) => url.href !== address)
  const undo = await BatchPage.preview(page)
  await expect(undo.title).toHaveText('Undo: put back issues of 26 connections')
  await page.getByRole('main').getByRole('button', { name: 'Undo 26 connections' }).click()
  await undo.ended()
  expect(await seed.issuesOf(kept)).toEqual(['token=hunter2hunter was refused'])
  await page.goto(routes.batches())
  await expect(page.getByRole('link', { name: 'Undo: put back issues of 26 connections' })).toBeVisible()

  await page.context().clearCookies()
  await page.context().addCookies([await signIn(await person('SUPPORT'))])
  await page.goto(address)
  await expect(page.getByText('Cleared issues of 26 connections')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Undo…' })).toHaveCount(0)
  await page.goto(routes.connections({ q: `name:${seed.mark}` }))
  await ready(page)
  await expect(page.getByRole('checkbox')).toHaveCount(0)
})
