import type { Page } from '@playwright/test'
import type { Route } from 'next'
import { routes } from '@/lib/routes'
import { expect, test } from '../fixtures'
import { openUntil, ready } from '../pages/ready'
import { violationsOn } from '../support/axe'

/** Opens a list of causes once it has some. */
function openList(page: Page, path: Route, words: string): Promise<void> {
  return openUntil(page, path, page.getByRole('row').filter({ hasText: words }).first())
}

test('issues of many connections are one cause, which is opened, noted, assigned and linked', async ({ as, seed }) => {
  const words = seed.words()
  for (const user of [40_711, 40_712, 40_713])
    await seed.connection({ issues: [`Sync of ${words} failed for user ${user}`] })
  const page = await as('OPERATOR')
  await openList(page, routes.issues({ q: `title:"${words}"` }), words)
  const row = page.getByRole('row').filter({ hasText: words })
  await expect(row).toHaveCount(1)
  await expect(row).toContainText('New')
  await expect(row.getByRole('gridcell').or(row.getByRole('cell')).getByText('3', { exact: true })).toBeVisible()
  await row.getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(words)
  await expect(page.getByRole('region', { name: 'Connections' }).getByRole('listitem')).toHaveCount(3)

  await page.getByLabel('New note').fill('The partner knows. password=hunter2hunter')
  await page.getByRole('button', { name: 'Add note' }).click()
  const notes = page.getByRole('region', { name: 'Notes' })
  await expect(notes.getByText('The partner knows.')).toBeVisible()
  await expect(page.getByLabel('New note')).toHaveValue('')
  await expect(notes).not.toContainText('hunter2hunter')

  await page.getByRole('button', { name: 'Link to ticket…' }).click()
  await page.getByRole('textbox', { name: 'Ticket' }).fill('https://tickets.example/OPS-12')
  await page.getByRole('button', { name: 'Link', exact: true }).click()
  await expect(page.getByRole('link', { name: 'https://tickets.example/OPS-12' })).toBeVisible()

  await page.getByRole('button', { name: 'Assign…' }).click()
  const dialog = page.getByRole('dialog')
  const me = await dialog
    .getByRole('option', { name: /operator/ })
    .first()
    .innerText()
  await dialog.getByLabel('Assigned to').selectOption(me)
  await dialog.getByRole('button', { name: 'Assign' }).click()
  await expect(page.getByRole('region', { name: 'Cause' }).getByText(me)).toBeVisible()
  await expect(page.getByRole('region', { name: 'Audit trail' })).toContainText('Assigned cause')
})

test('a connection that has several messages of one cause is one row of it, with all of them', async ({ as, seed }) => {
  const words = seed.words()
  const message = (user: number) => `Sync of ${words} failed for user ${user}`
  const several = await seed.connection({ issues: [message(40_711), message(40_712)] })
  await seed.connection({ issues: [message(40_713)] })
  const page = await as('SUPPORT')
  await openList(page, routes.issues({ q: `title:"${words}"` }), words)
  await page.getByRole('row').filter({ hasText: words }).getByRole('link').first().click()
  const connections = page.getByRole('region', { name: 'Connections' })
  await expect(connections.getByRole('listitem')).toHaveCount(2)
  await expect(connections.getByRole('heading').locator('..')).toContainText('2')
  const row = connections.getByRole('listitem').filter({ has: page.locator(`a[href="${routes.connection(several)}"]`) })
  await expect(row).toContainText('2 messages, seen since')
  await expect(row).toContainText(message(40_711))
  await expect(row).toContainText(message(40_712))
  await expect(connections.getByText(/messages?, seen since/)).toHaveCount(1)
})

test('a cause is muted until a further connection gets it', async ({ as, seed }) => {
  const words = seed.words()
  await seed.connection({ issues: [words] })
  const page = await as('OPERATOR')
  const list = routes.issues({ q: `title:"${words}"` })
  await openList(page, list, words)
  await page.getByRole('link', { name: words }).click()
  await page.getByRole('button', { name: 'Mute…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Mute' }).click()
  await expect(page.getByRole('button', { name: 'Unmute' })).toBeVisible()
  await page.goto(list)
  await expect(page.getByText('No causes match')).toBeVisible()
  await page.goto(routes.issues({ q: `title:"${words}"`, state: 'muted' }))
  await expect(page.getByRole('link', { name: words })).toBeVisible()
  await seed.connection({ issues: [words] })
  await openUntil(page, list, page.getByRole('link', { name: words }))
})

test('Clear for all shows what it would do, does it and no more; it comes back with who cleared it last, and Undo puts it back', async ({
  as,
  seed,
}) => {
  const words = seed.words()
  const [first, second] = [
    await seed.connection({ issues: [`${words} password=hunter2hunter`, 'another'] }),
    await seed.connection({ issues: [`${words} password=hunter2hunter`] }),
  ]
  const page = await as('OPERATOR')
  await openList(page, routes.issues({ q: `title:"${words}"` }), words)
  await page.getByRole('link', { name: words }).click()
  await expect(page.getByRole('region', { name: 'Connections' }).getByRole('listitem')).toHaveCount(2)
  await page.getByRole('button', { name: 'Clear for all…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Clear issues of 2 connections?' })
  await expect(dialog).toContainText('Other issues of 1 connection stay.')
  await expect(dialog.getByRole('listitem')).toHaveCount(2)
  await expect(dialog).not.toContainText('hunter2hunter')
  expect(await violationsOn(page)).toEqual([])
  await seed.failSync(second, 'arrived since')
  await dialog.getByRole('button', { name: 'Clear for 2 connections' }).click()
  await expect(
    page.getByText('Cleared issues of 1 connection. 1 connection had changed since the preview; new messages stay.'),
  ).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 }).locator('xpath=..')).toContainText('Resolved')
  expect(await seed.issuesOf(first)).toEqual(['another'])
  expect(await seed.issuesOf(second)).toEqual(['arrived since'])

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('region', { name: 'Connections' }).getByRole('listitem')).toHaveCount(1)
  expect(await seed.issuesOf(first)).toEqual([`${words} password=hunter2hunter`, 'another'])

  await page.getByRole('button', { name: 'Clear for all…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  expect(await seed.issuesOf(first)).toHaveLength(2)
  await page.getByRole('button', { name: 'Clear for all…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Clear for 1 connection' }).click()
  await expect(page.getByText('No connection has it at the moment.')).toBeVisible()
  await seed.failSync(first, `${words} password=hunter2hunter`)
  await openUntil(page, page.url(), page.getByText('It came back after no connection had it.'))
  await expect(page.getByText(/Last cleared by operator/)).toBeVisible()
})

test('several causes are muted, assigned and cleared at once, and each is taken back', async ({ as, seed }) => {
  const words = seed.words()
  const [one, two] = [
    await seed.connection({ issues: [`${words} at alpha`] }),
    await seed.connection({ issues: [`${words} at beta`, `${words} at alpha`] }),
  ]
  const page = await as('OPERATOR')
  const list = routes.issues({ q: `title:"${words}"`, state: 'all' })
  await openList(page, list, words)
  const rows = page.getByRole('row').filter({ hasText: words })
  await expect(rows).toHaveCount(2)
  const tickAll = () => page.getByRole('checkbox', { name: 'Select all rows on this page' }).check()

  await tickAll()
  await page.getByRole('button', { name: 'Mute…' }).click()
  await page.getByLabel('How long').selectOption('Until a date')
  await page.getByRole('dialog').getByRole('button', { name: 'Mute' }).click()
  await expect(page.getByRole('dialog').getByText('Choose until when.')).toBeVisible()
  await page.getByLabel('Date').fill('2099-01-31')
  await page.getByRole('dialog').getByRole('button', { name: 'Mute' }).click()
  await expect(page.getByText('Muted 2 causes.')).toBeVisible()
  await expect(rows.filter({ hasText: 'Muted' })).toHaveCount(2)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(rows.filter({ hasText: 'New' })).toHaveCount(2)

  await tickAll()
  await page.getByRole('button', { name: 'Assign…' }).click()
  const dialog = page.getByRole('dialog')
  const me = await dialog
    .getByRole('option', { name: /operator/ })
    .first()
    .innerText()
  await dialog.getByLabel('Assigned to').selectOption(me)
  await dialog.getByRole('button', { name: 'Assign' }).click()
  await expect(rows.filter({ hasText: me })).toHaveCount(2)

  await tickAll()
  await page.getByRole('button', { name: 'Clear for all…' }).click()
  await dialog.getByRole('button', { name: 'Clear for 2 connections' }).click()
  await expect(rows.filter({ hasText: 'Resolved' })).toHaveCount(2)
  expect([await seed.issuesOf(one), await seed.issuesOf(two)]).toEqual([[], []])
})

test('support sees causes and writes notes, takes away only their own, and decides nothing', async ({ as, seed }) => {
  const words = seed.words()
  const connection = await seed.connection({ issues: [words] })
  const cause = await seed.cause(connection, words)
  const operator = await as('OPERATOR')
  await operator.goto(routes.issue(cause))
  await ready(operator)
  await operator.getByLabel('New note').fill('From the operator')
  await operator.getByRole('button', { name: 'Add note' }).click()
  await expect(operator.getByText('From the operator')).toBeVisible()

  const page = await as('SUPPORT')
  await page.goto(routes.issue(cause))
  await ready(page)
  await expect(page.getByText('From the operator')).toBeVisible()
  await expect(page.getByRole('button', { name: /Clear|Mute|Assign|ticket|Remove/ })).toHaveCount(0)
  await page.goto(routes.issues({ q: `title:"${words}"` }))
  await expect(page.getByRole('link', { name: words })).toBeVisible()
  await expect(page.getByRole('checkbox')).toHaveCount(0)
  await page.goto(routes.issue(cause))
  await ready(page)
  await page.getByLabel('New note').fill('   ')
  await page.getByRole('button', { name: 'Add note' }).click()
  await expect(page.getByText('Write something.')).toBeVisible()
  await page.getByLabel('New note').fill('From support')
  await page.getByRole('button', { name: 'Add note' }).click()
  await page
    .getByRole('listitem')
    .filter({ hasText: 'From support' })
    .getByRole('button', { name: 'Remove note' })
    .click()
  await expect(page.getByText('From support')).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('From support')).toBeVisible()
})

test('the list is divided beside it, and a muted cause says what shows it again', async ({ as, seed }) => {
  const words = seed.words()
  for (const name of ['ALPHA', 'BETA']) await seed.connection({ name: `${seed.mark}${name}`, issues: [words] })
  await seed.connection({ name: `${seed.mark}BETA`, issues: [`${words} otherwise`] })
  const page = await as('OPERATOR')
  await openList(page, routes.issues({ q: `title:"${words}"` }), words)
  const rows = page.getByRole('row').filter({ hasText: words })
  await expect(rows).toHaveCount(2)
  await page
    .getByRole('region', { name: 'Integration' })
    .getByRole('link', { name: `${seed.mark}ALPHA` })
    .click()
  await expect(rows).toHaveCount(1)
  await rows.getByRole('link').first().click()
  await expect(page.getByRole('region', { name: 'Trend' })).toContainText('In 30 days connections got it 2 times')
  await page.getByRole('button', { name: 'Mute…' }).click()
  await page.getByLabel('How long').selectOption('For a week')
  await page.getByRole('dialog').getByRole('button', { name: 'Mute' }).click()
  await expect(page.getByText('It is muted, so it is left out of what needs attention.')).toBeVisible()
  await expect(page.getByText(/It is shown again .*, and not before/)).toBeVisible()
  expect(await violationsOn(page)).toEqual([])
  await page.getByRole('button', { name: 'Unmute' }).click()
  await expect(page.getByText('It is muted, so it is left out of what needs attention.')).toBeHidden()
})
