import type { Page } from '@playwright/test'
import type pg from 'pg'
import { routes } from '@/lib/routes'
import { expect, test } from './fixtures'
import { ready } from './pages/ready'
import { RecordPage } from './pages/record-page'
import { violationsOn } from './support/axe'
import { codeOf } from './support/codes'
import type { Person } from './support/people'

/** As if this person had last given their password a quarter of an hour ago. */
function longAgo(pool: pg.Pool, { id }: Person) {
  return pool.query(
    `UPDATE mastra_admin.session SET proven_at = proven_at - interval '15 minutes' WHERE user_id = $1`,
    [id],
  )
}

const proof = (page: Page) => page.getByRole('dialog', { name: 'Confirm that it is you' })

test('revealing a value asks for the password when it was given long ago, and then goes on with what was typed', async ({
  page,
  person,
  signIn,
  seed,
  database,
}) => {
  const someone = await person('ADMIN')
  await page.context().addCookies([await signIn(someone)])
  await longAgo(database.pool, someone)
  const record = await RecordPage.open(page, await seed.record({ data: '{"token": "the-secret-itself"}' }))
  await record.data.getByRole('treeitem', { name: /^token/ }).click()
  await record.data.getByRole('button', { name: 'Reveal' }).click()
  const reveal = page.getByRole('dialog', { name: 'Reveal this value?' })
  await reveal.getByLabel('Reason').fill(`Ticket of ${seed.mark}`)
  await reveal.getByRole('button', { name: 'Reveal' }).click()

  await expect(proof(page).getByLabel('Your password')).toBeFocused()
  expect(await violationsOn(page)).toEqual([])
  await proof(page).getByRole('button', { name: 'Cancel' }).click()
  await expect(reveal.getByRole('alert')).toContainText('You did not confirm that it is you')
  await expect(reveal.getByLabel('Reason')).toHaveValue(`Ticket of ${seed.mark}`)

  await reveal.getByRole('button', { name: 'Reveal' }).click()
  await proof(page).getByLabel('Your password').fill('not the password')
  await page.keyboard.press('Enter')
  await expect(proof(page).getByRole('alert')).toContainText('The password is not right.')
  await expect(page.getByText('the-secret-itself')).toHaveCount(0)
  await proof(page).getByLabel('Your password').fill(someone.password)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Revealed value' })).toContainText('the-secret-itself')
  await expect(proof(page)).toHaveCount(0)
})

test('a change of role asks for password and code, and is done without being asked for again', async ({
  page,
  person,
  signIn,
  database,
}) => {
  const [someone, other] = [await person('ADMIN'), await person('SUPPORT')]
  await page.context().addCookies([await signIn(someone)])
  await page.goto(routes.account())
  await ready(page)
  await page.getByRole('button', { name: 'Set up…' }).click()
  const secret = (await page.getByText('Secret:').locator('..').innerText()).replace('Secret:', '').trim()
  await page.getByLabel('Code from the app').fill(codeOf(secret))
  await page.getByRole('button', { name: 'Turn on' }).click()
  await page.getByRole('button', { name: 'I have saved them' }).click()
  await longAgo(database.pool, someone)
  const roleOf = async () => {
    const { rows } = await database.pool.query('SELECT role FROM mastra_admin."user" WHERE id = $1', [other.id])
    return rows[0]?.role
  }
  await page.goto(routes.users())
  await ready(page)
  await page.getByLabel(`Role of ${other.email}`).selectOption('OPERATOR')
  await proof(page).getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText('You did not confirm that it is you, so nothing was changed.')).toBeVisible()
  expect(await roleOf()).toBe('SUPPORT')
  // What was chosen stands there until the refusal is through.
  await expect(page.getByLabel(`Role of ${other.email}`)).toHaveValue('SUPPORT')
  await page.getByLabel(`Role of ${other.email}`).selectOption('OPERATOR')
  await proof(page).getByLabel('Your password').fill(someone.password)
  await proof(page).getByRole('button', { name: 'Confirm' }).click()
  await expect(proof(page).getByLabel('One-time code')).toBeFocused()
  await proof(page).getByLabel('One-time code').fill(codeOf(secret, 1))
  await proof(page).getByRole('button', { name: 'Confirm' }).click()
  await expect(page.getByText(`${other.email} is now OPERATOR.`)).toBeVisible()
  expect(await roleOf()).toBe('OPERATOR')
  // Once is enough for what follows.
  await page.getByLabel(`Role of ${other.email}`).selectOption('SUPPORT')
  await expect(page.getByText(`${other.email} is now SUPPORT.`)).toBeVisible()
})
