import type { Page } from '@playwright/test'
import { routes } from '@/lib/routes'
import { expect, test } from './fixtures'
import { ready } from './pages/ready'

/** What the browser keeps that is no choice of its look, nor whose it is. */
const kept = (page: Page) =>
  page.evaluate(() =>
    [...Object.keys(localStorage), ...Object.keys(sessionStorage)]
      .filter((key) => key !== 'mastra-admin:person')
      .sort(),
  )

test('signing out, or in as someone else, leaves nothing of a person in the browser but its look', async ({
  page,
  person,
  signIn,
}) => {
  const [one, other] = [await person('OPERATOR'), await person('OPERATOR')]
  const enter = async (someone: typeof one) => {
    await page.context().addCookies([await signIn(someone)])
    await page.goto(routes.account())
    await ready(page)
  }
  const leave = () =>
    page.evaluate(() => {
      localStorage.setItem('theme', 'dark')
      localStorage.setItem('recent-filters:x:/records', '["data.email:ada@example.test"]')
      sessionStorage.setItem('mastra-admin:input:note', '[["text","half a note"]]')
      sessionStorage.setItem('mastra-admin:draft:/connections/x:note', '"half a note"')
    })
  const all = [
    'mastra-admin:draft:/connections/x:note',
    'mastra-admin:input:note',
    'recent-filters:x:/records',
    'theme',
  ]

  await enter(one)
  await leave()
  await enter(one)
  expect(await kept(page), 'the same person, signed in again').toEqual(all)
  await enter(other)
  await expect.poll(() => kept(page), 'someone else').toEqual(['theme'])

  await leave()
  await page.getByRole('button', { name: /^Account of/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/login/)
  await ready(page)
  await expect.poll(() => kept(page), 'signed out').toEqual(['theme'])
})
