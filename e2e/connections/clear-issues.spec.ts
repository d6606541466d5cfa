import type { Locator } from '@playwright/test'
import { expect, test } from '../fixtures'
import { ConnectionPage } from '../pages/connection-page'

test('clearing one issue removes that message and leaves the others', async ({ as, seed }) => {
  const id = await seed.connection({ issues: ['invalid_grant: token expired', 'rate limited', '<b>HTML & script</b>'] })
  const page = await as('OPERATOR')
  const connection = await ConnectionPage.open(page, id)
  await expect(connection.issues.getByText('<b>HTML & script</b>')).toBeVisible()

  await connection.clearButtonOf('rate limited').click()
  await expect(connection.issues.getByText('rate limited')).toHaveCount(0)
  expect(await seed.issuesOf(id)).toEqual(['invalid_grant: token expired', '<b>HTML & script</b>'])
  expect((await seed.auditOf(id)).map(({ action }) => action)).toEqual(['connection.clear-issues'])
})

test('a message that arrived after the page was shown survives Clear all', async ({ as, seed }) => {
  const id = await seed.connection({ issues: ['seen one', 'seen two'] })
  const page = await as('OPERATOR')
  const connection = await ConnectionPage.open(page, id)
  await expect(connection.issues.getByText('seen two')).toBeVisible()
  await seed.failSync(id, 'arrived since')

  await connection.clearAll()
  await expect(connection.issues.getByText('arrived since')).toBeVisible()
  await expect(connection.issues.getByText('seen one')).toHaveCount(0)
  expect(await seed.issuesOf(id)).toEqual(['arrived since'])
})

test('what asks to clear and what confirms it have one look', async ({ as, seed }) => {
  const id = await seed.connection({ issues: ['first', 'second'] })
  const page = await as('OPERATOR')
  const { clearAllButton } = await ConnectionPage.open(page, id)
  const colour = (button: Locator) => button.evaluate((element) => getComputedStyle(element).color)
  const asks = await colour(clearAllButton)
  await clearAllButton.click()
  const dialog = page.getByRole('alertdialog')
  expect(await colour(dialog.getByRole('button', { name: 'Clear all issues' }))).toBe(asks)
  expect(await colour(dialog.getByRole('button', { name: 'Cancel' }))).not.toBe(asks)
})

test('Undo puts the cleared messages back beside what came since', async ({ as, seed }) => {
  const id = await seed.connection({ issues: ['first', 'second'] })
  const page = await as('OPERATOR')
  const connection = await ConnectionPage.open(page, id)
  await connection.clearAll()
  await expect(connection.issues.getByText('No issues')).toBeVisible()

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(connection.issues.getByText('second')).toBeVisible()
  expect((await seed.issuesOf(id)).sort()).toEqual(['first', 'second'])
})

test('support sees the issues and no way to clear them', async ({ as, seed }) => {
  const id = await seed.connection({ issues: ['rate limited'] })
  const connection = await ConnectionPage.open(await as('SUPPORT'), id)
  await expect(connection.issues.getByText('rate limited')).toBeVisible()
  await expect(connection.page.getByRole('button', { name: /Clear/ })).toHaveCount(0)
})

test('a credential shows what it is and never its values', async ({ as, app, seed }) => {
  const id = await seed.connection({ syncConfig: '{"interval": 15, "webhookSecret": "canary-in-config"}' })
  await seed.credential(id, '{"access_token": "canary-in-credential", "expires_at": 1}', ['contacts.read'])
  const page = await as('ADMIN')
  const responses: Promise<string>[] = []
  page.on('response', (response) => {
    // A stream of announcements has no end to wait for.
    const isStream = response.headers()['content-type']?.startsWith('text/event-stream')
    if (response.url().startsWith(app.origin) && response.status() === 200 && !isStream) {
      responses.push(response.text().catch((error: Error) => error.message))
    }
  })
  await ConnectionPage.open(page, id)
  await expect(page.getByText('contacts.read')).toBeVisible()
  await expect(page.getByText('access_token')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Sync configuration' })).toContainText('webhookSecret')
  const everything = (await Promise.all(responses)).join('\n')
  expect(everything).toContain('webhookSecret')
  expect(everything).not.toContain('canary-in')
  expect(app.log()).not.toContain('canary-in')
})
