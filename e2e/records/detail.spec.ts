import { routes } from '@/lib/routes'
import { expect, test } from '../fixtures'
import { RecordPage } from '../pages/record-page'

test('the document is shown as it is stored: digits, hostile text, secrets masked', async ({ as, app, seed }) => {
  const id = await seed.record({
    data: '{"big": 12345678901234567890, "html": "<img src=x onerror=alert(1)>", "api_key": "canary-key-1234", "deep": {"list": [1, 2]}}',
  })
  const page = await as('ADMIN')
  page.on('dialog', () => {
    throw new Error('A script inside the data was run.')
  })
  const record = await RecordPage.open(page, id)
  await expect(record.data.getByText('12345678901234567890')).toBeVisible()
  await expect(record.data.getByText('<img src=x onerror=alert(1)>')).toBeVisible()
  await expect(record.data.getByText('api_key')).toBeVisible()
  expect(await page.content()).not.toContain('canary-key')
  expect(await (await page.request.get(routes.recordData(id))).text()).not.toContain('canary-key')
  expect(app.log()).not.toContain('canary-key')
})

test('the tree is walked with the keyboard, searched and shown raw', async ({ as, seed }) => {
  const id = await seed.record({ data: '{"person": {"name": "Ada", "tags": ["x", "needle"]}, "other": 1}' })
  const record = await RecordPage.open(await as('SUPPORT'), id)
  const tree = record.data.getByRole('tree')
  await tree.getByRole('treeitem').first().focus()
  await record.page.keyboard.press('End')
  await expect(tree.getByRole('treeitem').last()).toBeFocused()
  await record.data.getByRole('searchbox').fill('needle')
  await expect(record.data.getByText(/1 of 1/)).toBeVisible()
  await record.data.getByRole('button', { name: /raw/i }).click()
  await expect(record.data.getByRole('textbox', { name: /as text/ })).toContainText('"needle"')
})

test('a large document is left out of the page and opens on demand', async ({ as, seed }) => {
  const values = Array.from({ length: 4_000 }, (_, index) => `{"index": ${index}, "text": "${'lorem '.repeat(8)}"}`)
  const id = await seed.record({ data: `{"items": [${values.join(',')}]}` })
  const page = await as('SUPPORT')
  const html = await (await page.request.get(routes.record(id))).text()
  expect(html.length).toBeLessThan(200_000)
  const record = await RecordPage.open(page, id)
  await record.data.getByRole('button', { name: /^Load/ }).click()
  await expect(record.data.getByRole('tree')).toBeVisible()
  await expect(record.data.getByText('4,000')).toBeVisible()
})
