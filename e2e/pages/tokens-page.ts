import { expect, type Page } from '@playwright/test'
import { routes } from '@/lib/routes'
import { ready } from './ready'

/** Makes a token that may everything its owner can give it, as they do it, and gives its text. */
export async function makeToken(page: Page, name: string): Promise<string> {
  await page.goto(routes.tokens())
  await ready(page)
  await page.getByRole('button', { name: 'Make token' }).click()
  const dialog = page.getByRole('dialog', { name: 'Make token' })
  await dialog.getByLabel('Name').fill(name)
  for (const choice of await dialog.getByRole('checkbox').all()) await choice.check()
  await dialog.getByRole('button', { name: 'Make token' }).click()
  const shown = page.getByRole('dialog', { name: 'Copy the token now' })
  await expect(shown.locator('code').first()).toContainText('mak_')
  const token = (await shown.locator('code').first().textContent()) ?? ''
  await shown.getByRole('button', { name: 'I have copied it' }).click()
  return token
}
