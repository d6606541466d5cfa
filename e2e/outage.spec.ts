import { routes } from '@/lib/routes'
import { expect, test } from './fixtures'
import { ready } from './pages/ready'

const REFERENCE = /[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}/

test('a database that goes away looks like an outage, and Try again brings the rows back', async ({
  as,
  app,
  database,
  seed,
}) => {
  const id = await seed.record({ externalId: `${seed.mark}-outage` })
  const page = await as('OPERATOR')
  await page.goto(routes.records({ q: `entityType:${seed.mark}` }))
  await ready(page)
  await expect(page.getByText(`${seed.mark}-outage`)).toBeVisible()

  await database.cutOff()
  try {
    await page.reload()
    const alert = page.getByRole('main').getByRole('alert')
    await expect(alert).toContainText('could not be loaded')
    await expect(page.getByText('No records match')).toHaveCount(0)
    const reference = await alert.getByRole('code').textContent()
    expect(reference).toBeTruthy()
    await expect.poll(() => app.log()).toContain(reference ?? 'no reference')
    await expect(page.getByText(/prisma|ECONNREFUSED|pg_|at .*\.js/i)).toHaveCount(0)
  } finally {
    await database.restore()
  }
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText(`${seed.mark}-outage`)).toBeVisible()
  expect(await seed.deletedAtOf(id)).toBeNull()
})

test('a page that failed says so also where what it looks like cannot be fetched', async ({ as, database, seed }) => {
  const address = routes.record(await seed.record())
  const page = await as('SUPPORT')
  await database.cutOff()
  try {
    const html = await (await page.request.get(address)).text()
    // What the page begins with; its failure comes on demand.
    await page.route('**/_next/static/**/*.js', (route) =>
      html.includes(route.request().url().split('/').at(-1) ?? address) ? route.continue() : route.abort(),
    )
    await page.goto(address)
    const alert = page.getByRole('alert').filter({ hasText: 'The server does not answer. Nothing was changed.' })
    await expect(alert.getByRole('heading', { name: 'This page could not be loaded' })).toBeVisible()
    await expect(alert).toContainText(/Reference: \w+/)
  } finally {
    await database.restore()
  }
  await page.unroute('**/_next/static/**/*.js')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('region', { name: 'Data' })).toBeVisible()
})

test('a verb that the outage hits says so, names a reference and changes nothing', async ({
  as,
  app,
  database,
  seed,
}) => {
  const id = await seed.record()
  const page = await as('OPERATOR')
  await page.goto(routes.record(id))
  await ready(page)

  await database.cutOff()
  try {
    await page.getByRole('button', { name: 'Soft-delete' }).click()
    const toast = page.getByText(/nothing was changed/i)
    await expect(toast).toBeVisible()
    const said = page.getByText(REFERENCE)
    await expect(said).toBeVisible()
    const [reference] = REFERENCE.exec((await said.textContent()) ?? '') ?? []
    const line = () =>
      app
        .log()
        .split('\n')
        .find((text) => text.includes(reference ?? 'no reference'))
    await expect.poll(line).toContain('an action failed')
  } finally {
    await database.restore()
  }
  expect(await seed.deletedAtOf(id)).toBeNull()
})
