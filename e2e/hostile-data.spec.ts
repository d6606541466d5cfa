import type { Page } from '@playwright/test'
import { routes } from '@/lib/routes'
import { expect, test } from './fixtures'
import { ready } from './pages/ready'
import { RecordPage } from './pages/record-page'

/** What a system that Mastra syncs can put into a text, and each a thing that some program would act on. */
const TEXTS = {
  html: '<img src=x onerror="window.ran=1">',
  script: '</script><script>window.ran=1</script>',
  comment: '<!--<script>window.ran=1',
  link: 'javascript:window.ran=1',
  template: '{{constructor.constructor("window.ran=1")()}}',
  bidi: 'invoice\u202Efdp.exe',
  escape: '\u001b[31mred\u001b]0;title\u0007',
  formula: '=HYPERLINK("https://evil.example","open")',
  separators: 'one\u2028two\u0085three',
}
/** As JSON text, so that no number is read on the way. */
const NUMBERS = '"big":12345678901234567890,"fine":0.1000000000000000055,"huge":1e400'
const KEYS = '"__proto__":{"admin":true},"constructor":"c","":"no name","toString":"t"'
const LEVELS = 100
const deep = `${'{"n":'.repeat(LEVELS)}"bottom"${'}'.repeat(LEVELS)}`
const document = `{${Object.entries(TEXTS)
  .map((pair) => pair.map((text) => JSON.stringify(text)).join(':'))
  .join(',')},${NUMBERS},${KEYS},"deep":${deep}}`

/** Nothing of the data ran. What the policy refused would fail the test by itself. */
async function nothingRan(page: Page): Promise<void> {
  expect(await page.evaluate(() => 'ran' in window)).toBe(false)
  expect(await page.evaluate(() => 'admin' in {})).toBe(false)
}

test('whatever a record holds is shown as it is, on every page, and nothing of it runs', async ({ as, app, seed }) => {
  const page = await as('ADMIN')
  page.on('dialog', () => {
    throw new Error('A script inside the data was run.')
  })
  const id = await seed.record({ data: document, externalId: TEXTS.script })
  const connection = await seed.connection({ name: TEXTS.html, issues: Object.values(TEXTS) })

  const record = await RecordPage.open(page, id)
  for (const text of [TEXTS.html, TEXTS.script, TEXTS.link, TEXTS.template, '12345678901234567890', '__proto__'])
    await expect(record.data.getByText(text).first()).toBeVisible()
  // The viewer says what cannot be seen.
  await expect(record.data.getByText(/U\+202E|RLO|202E/).first()).toBeVisible()
  await nothingRan(page)
  const columns = ['id', 'externalId', ...Object.keys(TEXTS).map((key) => `data.${key}`), 'data.big'].join(',')
  for (const address of [
    routes.records({ q: `entityType:${seed.mark}`, columns }),
    routes.recordEdit(id),
    routes.connection(connection),
    routes.connections({ q: `id:${connection}` }),
    routes.issues({}),
  ]) {
    await page.goto(address)
    await ready(page)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await nothingRan(page)
  }
  await page.goto(routes.records({ q: `entityType:${seed.mark}`, columns }))
  const cell = page.getByRole('cell').filter({ hasText: TEXTS.html })
  await expect(cell.first()).toBeVisible()
  expect(await page.locator('a[href^="javascript:"]').count()).toBe(0)
  // Of the data: what Next itself says may be in colour.
  expect(app.log()).not.toContain(']0;title')
})

test('files have every digit, key and text as it is stored, and a spreadsheet opens no formula', async ({
  as,
  database,
  seed,
}) => {
  const page = await as('SUPPORT')
  const id = await seed.record({ data: document })
  const { rows } = await database.pool.query<{ stored: string }>(
    `select data::text as stored from mastra.records where id = $1`,
    [id],
  )
  const stored = rows[0]?.stored ?? ''
  const q = `entityType:${seed.mark}`
  const lines = await page.request.get(routes.recordExport({ q, format: 'ndjson' }))
  expect(lines.status()).toBe(200)
  const [line = ''] = (await lines.text()).split('\n')
  // The document stands in its line just as Postgres prints it: nothing was read as a double or a prototype.
  expect(line.replaceAll(/\s/g, '')).toContain(stored.replaceAll(/\s/g, ''))
  const whole = await page.request.get(routes.recordData(id))
  expect((await whole.text()).replaceAll(/\s/g, '')).toContain('12345678901234567890')
  const columns = Object.keys(TEXTS).map((key) => `data.${key}`)
  const csv = await page.request.get(routes.recordExport({ q, format: 'csv', columns: ['id', ...columns].join(',') }))
  const text = await csv.text()
  expect(text).toContain(`"'=HYPERLINK(""https://evil.example"",""open"")"`)
  expect(text).not.toMatch(/(^|,)"?=/m)
  expect(text).toContain(TEXTS.bidi)
})

test('Postgres itself takes no text that is none: a zero byte, half a character', async ({ seed }) => {
  await expect(seed.record({ data: '{"a":"\\u0000"}' })).rejects.toThrow(/unsupported Unicode escape/)
  await expect(seed.record({ data: '{"a":"\\ud800"}' })).rejects.toThrow(/invalid input syntax/)
})
