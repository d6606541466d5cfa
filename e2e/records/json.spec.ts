import { routes } from '@/lib/routes'
import { expect, test } from '../fixtures'
import { RecordPage } from '../pages/record-page'

/** About five megabytes, as a connector that exports whole catalogues writes them. */
function largeDocument(): string {
  const rows = Array.from({ length: 42_000 }, (_, row) => {
    const tags = row % 2 === 0 ? '["new", "größe"]' : '["sale"]'
    return `{"row": ${row}, "sku": "SKU-${row}", "note": "Escalated to engineering, waiting for a fix.", "tags": ${tags}, "price": ${row}.50}`
  })
  return `{"rows": [${rows.join(',')}], "api_key": "canary-key-1234", "end": "the very last value"}`
}

test('five megabytes open as text, are searched to their end, and are a tree one press away', async ({ as, seed }) => {
  test.slow()
  const id = await seed.record({ data: largeDocument() })
  const page = await as('SUPPORT')
  expect((await (await page.request.get(routes.record(id))).text()).length).toBeLessThan(200_000)
  const record = await RecordPage.open(page, id)
  await record.data.getByRole('button', { name: /^Load/ }).click()
  const text = record.data.getByRole('textbox', { name: 'Document, as text' })
  // Five megabytes through a server, a database and a browser that share two cores with the other tests.
  await expect(text).toBeFocused({ timeout: 20_000 })
  await expect(text).toContainText('"rows": [')
  const search = record.data.getByRole('searchbox')
  await search.fill('the very last value')
  await expect(record.data.getByText('1 of 1', { exact: true })).toBeVisible()
  await expect(text).toContainText('the very last value')
  await search.fill('größe')
  await expect(record.data.getByText('1 of 21,000', { exact: true })).toBeVisible()
  await search.press('Shift+Enter')
  await expect(record.data.getByText('21,000 of 21,000', { exact: true })).toBeVisible()
  await expect(text).not.toContainText('canary')
  await record.data.getByRole('button', { name: 'Raw' }).click()
  await expect(record.data.getByRole('treeitem', { name: /^rows/ })).toBeVisible()
  await expect(record.data.getByRole('treeitem', { name: /api_key.*masked/ })).toBeVisible()
})

test('Tab leaves the text, and Ctrl F searches all of it', async ({ as, seed }) => {
  const record = await RecordPage.open(await as('SUPPORT'), await seed.record({ data: '{"name": "Ada"}' }))
  await record.data.getByRole('button', { name: 'Raw' }).click()
  const text = record.data.getByRole('textbox', { name: 'Document, as text' })
  await text.focus()
  await record.page.keyboard.press('Control+f')
  await expect(record.data.getByRole('searchbox')).toBeFocused()
  await text.focus()
  await record.page.keyboard.press('Tab')
  await expect(text).not.toBeFocused()
  // Letters that are no shortcut of the page.
  await record.page.keyboard.type('zzz')
  await expect(text).toHaveText(/^\{\s*"name": "Ada"\s*\}$/)
})

test('a value, its path in three forms and its filter term are copied', async ({ as, seed, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const id = await seed.record({ data: '{"person": {"e-mail": "ada@example.test"}}' })
  const record = await RecordPage.open(await as('SUPPORT'), id)
  await record.data.getByRole('treeitem', { name: /e-mail/ }).click()
  const copied = () => record.page.evaluate(() => navigator.clipboard.readText())
  await record.data.getByRole('button', { name: 'Copy value' }).click()
  await expect.poll(copied).toBe('ada@example.test')
  for (const [form, path] of [
    ['Dots', 'person["e-mail"]'],
    ['JSONPath', "$.person['e-mail']"],
    ['Postgres', "data #>> '{person,e-mail}'"],
    ['Filter', 'data.person.e-mail:ada@example.test'],
  ] as const) {
    await record.data.getByRole('button', { name: 'Copy path' }).click()
    await record.page.getByRole('menuitem', { name: form }).click()
    await expect.poll(copied).toBe(path)
  }
})

test('two items of a list are compared', async ({ as, seed }) => {
  const id = await seed.record({
    data: '[{"name": "Ada", "plan": "free"}, {"name": "Ada", "plan": "paid", "seats": 5}]',
  })
  const record = await RecordPage.open(await as('SUPPORT'), id)
  await record.data.getByRole('treeitem', { name: /^0/ }).click()
  await record.data.getByRole('button', { name: 'Compare…' }).click()
  await record.data.getByRole('treeitem', { name: /^1/ }).click()
  await record.data.getByRole('button', { name: 'Compare with [0]' }).click()
  const dialog = record.page.getByRole('dialog', { name: 'Compare two values' })
  await expect(dialog).toContainText('1 changed, 1 added. 1 part is the same.')
  await expect(dialog.getByRole('row', { name: /plan/ })).toContainText('"free"')
  await expect(dialog.getByRole('row', { name: /seats/ })).toContainText('Added')
  await dialog.getByText('Show what is the same too').click()
  await expect(dialog.getByRole('row', { name: /name/ })).toContainText('Same')
})

test('times and addresses are read as such, the raw value beside them', async ({ as, seed }) => {
  const id = await seed.record({
    data: '{"at": "2026-03-01T12:00:00Z", "site": "https://example.test/a", "mail": "ada@example.test"}',
  })
  const page = await as('SUPPORT')
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  const record = await RecordPage.open(page, id)
  await expect(record.data.getByRole('treeitem', { name: /^at/ })).toContainText(/"2026-03-01T12:00:00Z".*Mar.*2026/)
  await expect(record.data.getByRole('treeitem', { name: /^mail/ }).getByRole('img', { name: 'e-mail' })).toBeVisible()
  await record.data.getByRole('treeitem', { name: /^site/ }).click()
  await expect(record.data.getByRole('link', { name: /Open example.test/ })).toHaveAttribute(
    'rel',
    /noopener noreferrer/,
  )
  expect(asked.filter((url) => url.includes('example.test'))).toEqual([])
})

test('Back leads to the value that one left the tree from', async ({ as, seed }) => {
  const id = await seed.record({ data: '{"outer": {"inner": {"deep": {"deeper": "needle"}}}, "other": 1}' })
  const record = await RecordPage.open(await as('SUPPORT'), id)
  await record.data.getByRole('searchbox').fill('needle')
  const found = record.data.getByRole('treeitem', { name: /^deeper/ })
  await found.click()
  await record.data.getByRole('link', { name: 'Filter records by this value' }).click()
  await expect(record.page).toHaveURL(/\/records\?q=/)
  await record.page.goBack()
  await expect(found).toBeVisible()
  await expect(found).toHaveAttribute('aria-selected', 'true')
})

test('the tree is walked with the keyboard as trees are', async ({ as, seed }) => {
  const id = await seed.record({
    data: '{"ada": {"born": {"year": 1815}}, "grace": {"born": {"year": 1906}}, "greta": 3, "letters": [1, 2]}',
  })
  const record = await RecordPage.open(await as('SUPPORT'), id)
  const tree = record.data.getByRole('tree', { name: 'Document' })
  const item = (name: RegExp) => tree.getByRole('treeitem', { name })
  const { keyboard } = record.page
  await record.data.getByRole('button', { name: 'Levels' }).click()
  await record.page.getByRole('menuitem', { name: 'Open 1 level' }).click()
  await tree.getByRole('treeitem').first().focus()
  await keyboard.press('ArrowDown')
  await expect(item(/^ada/)).toBeFocused()
  await expect(item(/^ada/)).toHaveAttribute('aria-expanded', 'false')
  await keyboard.press('*')
  for (const name of [/^ada/, /^grace/, /^letters/]) await expect(item(name)).toHaveAttribute('aria-expanded', 'true')
  await expect(tree).toMatchAriaSnapshot(`
    - tree "Document":
      - 'treeitem "4 keys" [expanded] [level=1]'
      - 'treeitem "ada : 1 key" [expanded] [level=2] [selected]'
      - 'treeitem "born : 1 key · year" [level=3]'
      - 'treeitem "grace : 1 key" [expanded] [level=2]'
      - 'treeitem "born : 1 key · year" [level=3]'
      - 'treeitem "greta : 3" [level=2]'
      - 'treeitem "letters : 2 items" [expanded] [level=2]'
      - 'treeitem "0 : 1" [level=3]'
      - 'treeitem "1 : 2" [level=3]'
  `)
  await keyboard.press('ArrowRight')
  await expect(item(/^born/).first()).toBeFocused()
  await keyboard.press('ArrowLeft')
  await keyboard.press('ArrowLeft')
  await expect(item(/^ada/)).toHaveAttribute('aria-expanded', 'false')
  await keyboard.press('End')
  await expect(item(/^1/)).toBeFocused()
  await keyboard.press('ArrowLeft')
  await expect(item(/^letters/)).toBeFocused()
  // Letters make one word when they come soon after each other, which on a busy machine they may not the first time.
  await expect(async () => {
    await keyboard.press('Home')
    await expect(tree.getByRole('treeitem').first()).toBeFocused()
    await keyboard.type('gre')
    await expect(item(/^greta/)).toBeFocused({ timeout: 1_000 })
  }).toPass()
  await keyboard.press('Tab')
  await expect(record.data.getByRole('region', { name: 'Value' })).toBeFocused()
  await keyboard.press('Tab')
  await expect(record.data.getByRole('button', { name: 'Copy value' })).toBeFocused()
})

test('text that wants to be more than text stays text, in the tree and raw', async ({ as, seed }) => {
  const id = await seed.record({
    data: String.raw`{"<b>key</b>": "<img src=x onerror=alert(1)>", "turned": "a\u202Egnp.exe", "run": "javascript:alert(1)"}`,
  })
  const page = await as('SUPPORT')
  page.on('dialog', () => {
    throw new Error('A script inside the data was run.')
  })
  const record = await RecordPage.open(page, id)
  await expect(record.data.getByRole('treeitem', { name: /<b>key<\/b>/ })).toContainText('<img src=x onerror=alert(1)>')
  await expect(record.data.getByRole('treeitem', { name: /^turned/ })).toContainText('U+202E')
  await record.data.getByRole('treeitem', { name: /^run/ }).click()
  await expect(record.data.getByRole('link', { name: /Open/ })).toHaveCount(0)
  const raw = record.data.getByRole('button', { name: 'Raw' })
  await raw.click()
  await expect(raw).toBeFocused()
  const text = record.data.getByRole('textbox', { name: 'Document, as text' })
  await expect(text).toContainText('"<b>key</b>": "<img src=x onerror=alert(1)>"')
  await expect(text).toContainText('U+202E')
  await expect(text.locator('b, img[src]')).toHaveCount(0)
  await raw.click()
  await expect(raw).toBeFocused()
})

test('masked values stay masked when they are compared, and are not taken for equal', async ({ as, seed }) => {
  const id = await seed.record({ data: '[{"api_key": "canary-key-1"}, {"api_key": "canary-key-2"}]' })
  const record = await RecordPage.open(await as('ADMIN'), id)
  await record.data.getByRole('treeitem', { name: /^0/ }).click()
  await record.data.getByRole('button', { name: 'Compare…' }).click()
  await record.data.getByRole('treeitem', { name: /^1/ }).click()
  await record.data.getByRole('button', { name: 'Compare with [0]' }).click()
  const dialog = record.page.getByRole('dialog', { name: 'Compare two values' })
  await expect(dialog).toContainText('two that look the same may differ')
  await expect(dialog).not.toContainText('canary')
})

test('a page that is loaded again shows the place in the tree that one left', async ({ as, seed }) => {
  const members = Array.from({ length: 900 }, (_, place) => `"key ${place}": {"inside": ${place}}`)
  const record = await RecordPage.open(await as('SUPPORT'), await seed.record({ data: `{${members.join(',')}}` }))
  await record.data.getByRole('searchbox').fill('key 700')
  const found = record.data.getByRole('treeitem', { name: /^key 700/ })
  await found.click()
  await expect(found).toHaveAttribute('aria-expanded', 'true')
  await record.page.reload()
  await expect(found).toHaveAttribute('aria-selected', 'true')
  await expect(found).toHaveAttribute('aria-expanded', 'true')
  await expect(found).toBeInViewport()
})
