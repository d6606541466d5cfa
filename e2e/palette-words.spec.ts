import { routes } from '@/lib/routes'
import { expect, test } from './fixtures'
import { field, openPalette, option, paste } from './pages/palette'
import { violationsOn } from './support/axe'

test('other words for a page or a command lead to it', async ({ as }) => {
  const page = await as('ADMIN')
  await openPalette(page)
  for (const [word, name] of [
    ['2fa', 'Your account'],
    ['two-factor', 'Your account'],
    ['authenticator', 'Your account'],
    ['sessions', 'Your account'],
    ['invite', 'Users'],
    ['add user', 'Users'],
    ['deleted', 'Deleted records'],
    ['trash', 'Deleted records'],
    ['bin', 'Deleted records'],
    ['share', 'Copy a link to this page'],
  ] as const) {
    await field(page).fill(word)
    await expect(option(page, new RegExp(`^${name}`)), word).toBeVisible()
  }
  await field(page).fill('trash')
  await option(page, /^Deleted records/).click()
  await expect(page).toHaveURL(routes.records({ state: 'deleted' }))
})

test('the address of the page below is copied', async ({ as, app }) => {
  const page = await as('SUPPORT')
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const here = routes.records({ q: 'status:ACTIVE' })
  await openPalette(page, here)
  await field(page).fill('copy link')
  await option(page, 'Copy a link to this page').click()
  await expect(page.getByText('Copied the link to this page.')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${app.origin}${here}`)
})

test('what is offered where nothing was meant is not counted as found', async ({ as, seed }) => {
  await seed.record({ data: JSON.stringify({ name: seed.mark }) })
  const page = await as('SUPPORT')
  await openPalette(page)
  await paste(page, seed.mark)
  const status = page.getByRole('status').filter({ hasText: /result/ })
  await expect(status).toHaveText(/in Records/)
  await expect(status).not.toHaveText(/Not found/)
})

for (const [role, may] of [
  ['SUPPORT', false],
  ['ADMIN', true],
] as const) {
  test(`${role} is told how far words were searched${may ? ', and where to build the index' : ' and no more'}`, async ({
    as,
  }) => {
    const page = await as(role)
    const note = 'Only the 3,750 newest records were searched.'
    await page.route(`**${routes.search()}?**`, (route) =>
      route.fulfill({
        contentType: 'application/x-ndjson',
        body: `${JSON.stringify({ type: 'group', group: 'records', hits: [], note, lacksIndex: true })}\n{"type":"done"}\n`,
      }),
    )
    await openPalette(page)
    await paste(page, 'zephyr')
    await expect(page.getByText(note)).toBeVisible()
    const link = page.getByRole('link', { name: 'Build it under Database' })
    await expect(link).toHaveCount(may ? 1 : 0)
    await expect(page.getByText('mastra_admin')).toHaveCount(0)
    expect(await violationsOn(page)).toEqual([])
    if (!may) return
    await link.click()
    await expect(page).toHaveURL(routes.database())
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })
}
