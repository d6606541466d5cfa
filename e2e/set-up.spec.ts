import { expect, test } from './fixtures'
import { ready } from './pages/ready'
import { violationsOn } from './support/axe'
import { cloneTemplate } from './support/database'
import { startApp } from './support/server'

test('on an empty database the log has a link that makes the first administrator, once', async ({ page }) => {
  const database = await cloneTemplate(99)
  const app = await startApp(database.url)
  try {
    const printed = () => /"link":"([^"]+)"/.exec(app.log())?.[1]
    await expect.poll(printed).toContain(app.origin)
    const link = printed()
    await page.goto(link ?? '')
    await ready(page)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await violationsOn(page)).toEqual([])
    await page.getByLabel('Email').fill('first@example.test')
    await page.getByLabel('Password', { exact: true }).fill('a long enough password')
    await page.getByLabel('Repeat password').fill('a long enough password')
    await page.getByRole('button', { name: 'Create administrator' }).click()
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
    await page.goto(link ?? '')
    await expect(page.getByRole('heading', { name: /no longer works/ })).toBeVisible()
    expect(await violationsOn(page)).toEqual([])
  } finally {
    await app.stop()
    await database.drop()
  }
})
