import { routes } from '@/lib/routes'
import { expect, test } from './fixtures'
import { ready } from './pages/ready'

test('signing in leads to where the person wanted to be, filters included', async ({ page, person }) => {
  const someone = await person('SUPPORT')
  await page.goto(routes.records({ q: 'status:ACTIVE', size: 25 }))
  await expect(page).toHaveURL(/\/login/)
  await ready(page)
  await page.getByLabel('Email').fill(someone.email)
  await page.getByLabel('Password').fill(someone.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL((url) => url.pathname === routes.records())
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({ q: 'status:ACTIVE', size: '25' })
  await expect(page.getByRole('heading', { level: 1, name: 'Records' })).toBeVisible()
})

test('a wrong password and an unknown e-mail get the same answer', async ({ page, person }) => {
  const someone = await person('SUPPORT')
  const answers: (string | null)[] = []
  for (const email of [someone.email, `nobody-${someone.id}@example.test`]) {
    await page.goto(routes.login())
    await ready(page)
    await page.getByLabel('Email').fill(email)
    await page.getByLabel('Password').fill('not the password')
    await page.getByRole('button', { name: 'Sign in' }).click()
    const alert = page.getByRole('main').getByRole('alert')
    await expect(alert).toBeVisible()
    answers.push(await alert.textContent())
    await expect(page.getByLabel('Email')).toHaveValue(email)
  }
  expect(answers[0]).toBe(answers[1])
})

test('who signs in sees that someone tried before, and an administrator whom', async ({ as, page, person, signIn }) => {
  const someone = await person('SUPPORT')
  await page.goto(routes.login())
  await ready(page)
  await page.getByLabel('Email').fill(someone.email)
  await page.getByLabel('Password').fill('not the password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible()
  await page.context().addCookies([await signIn(someone)])
  await expect(async () => {
    await page.goto(routes.account())
    await expect(page.getByRole('list', { name: 'Failed sign-ins' })).toContainText('wrong password', {
      timeout: 1_000,
    })
  }).toPass()
  const admin = await as('ADMIN')
  await admin.goto(routes.user(someone.id))
  await expect(admin.getByText('Sign-in failed')).toBeVisible()
  await admin.goto(routes.audit({ q: `action:session.fail subject.id:${someone.id}` }))
  await expect(admin.getByRole('main').getByText('Sign-in failed').first()).toBeVisible()
})

test('an address of another site is not followed after signing in', async ({ page, person }) => {
  const someone = await person('SUPPORT')
  await page.goto(routes.login({ callbackUrl: 'https://example.com/steal' }))
  await ready(page)
  await page.getByLabel('Email').fill(someone.email)
  await page.getByLabel('Password').fill(someone.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()
})

test('a person disabled while a page is open is stopped at the next request', async ({ as, database, seed }) => {
  const id = await seed.record()
  const page = await as('OPERATOR')
  await page.goto(routes.record(id))
  await ready(page)
  const account = await page.getByRole('button', { name: /^Account of/ }).getAttribute('aria-label')
  const email = account?.match(/Account of (.*),/)?.[1]
  await database.pool.query('UPDATE mastra_admin."user" SET disabled_at = now() WHERE email = $1', [email])

  await page.getByRole('button', { name: 'Soft-delete' }).click()
  await expect(page).toHaveURL(/\/login/)
  expect(await seed.deletedAtOf(id)).toBeNull()
})

test('an address to come back to that is none is refused as such, and one that is goes on', async ({ request }) => {
  for (const nonsense of ['%5D0_', 'javascript:alert(1)', '-createdAt%2Cid'])
    expect((await request.get(`/api/auth/providers?callbackUrl=${nonsense}`)).status(), nonsense).toBe(400)
  expect((await request.get('/api/auth/providers?callbackUrl=%2Frecords')).status()).toBe(200)
})
