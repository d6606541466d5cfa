import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test'
import { routes } from '../routes'
import { countScripts, type Goal, probedPage, slowestInteraction, timeAction, timeToRows } from './bench-browser-probe'
import { withEmptyPage } from './bench-empty'
import { type Times, timesOf } from './bench-figures'
import { timePage, type Watched } from './bench-measure'
import { findBrowser, NO_BROWSER } from './browser'
import { layoutShift } from './layout-shift'
import { CommandError } from './report'
import { step } from './step'

const TRIES = 15
const VIEW = { width: 1360, height: 900 }

/** What a person waits for in a real browser, milliseconds, and what their browser is given to carry. */
export interface BrowserTimes {
  rows: number
  /** The first frame with something on it, of an empty page and of the list. */
  empty: { cold: Times; warm: Times }
  list: { cold: Times; warm: Times }
  /** Postgres' time for one list page. */
  database: number
  actions: { name: string; times: Times; blank: number }[]
  /** Milliseconds to the next paint, the slowest of all. */
  slowest: { name: string; milliseconds: number }[]
  /** Requests while the pointer went over 200 rows. */
  hovering: number
  shipped: { path: string; bytes: number; shift: number; moved: string[] }[]
}

/** Measures the app that is running for `watched` in a browser, beside an empty page of Next.js. */
export async function timeBrowser(watched: Watched, rows: number): Promise<BrowserTimes> {
  const executablePath = await findBrowser()
  if (!executablePath) throw new CommandError(NO_BROWSER)
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const empty = await step('Timing an empty page', () => withEmptyPage((origin) => timeOpening(browser, origin)))
    const address = new URL(routes.records(), watched.origin).href
    const list = await step('Timing the list', () => timeOpening(browser, address, watched.cookie))
    const { database } = await timePage(watched, routes.records())
    const page = await probedPage(await signedIn(browser, watched))
    const actions = await step('Timing what is done', () => timeActions(page, watched))
    const { slowest, hovering } = await step('Moving through 200 rows', () => throughRows(page, watched))
    await page.context().close()
    const shipped = await step('Weighing pages', () => weigh(browser, watched))
    return { rows, empty, list, database: database.spent, actions, slowest, hovering, shipped }
  } finally {
    await browser.close()
  }
}

async function signedIn(
  browser: Browser,
  { origin, cookie }: Pick<Watched, 'origin' | 'cookie'>,
): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: VIEW, reducedMotion: 'reduce' })
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, url: origin }])
  return context
}

/** Cold: a browser that has seen nothing of it. Warm: one that was there before. */
async function timeOpening(browser: Browser, address: string, cookie = 'none=none'): Promise<BrowserTimes['list']> {
  const cold: number[] = []
  const warm: number[] = []
  for (let at = 0; at < TRIES; at += 1) {
    const context = await signedIn(browser, { origin: new URL(address).origin, cookie })
    const page = await probedPage(context)
    cold.push(await timeToRows(page, address))
    warm.push(await timeToRows(page, address))
    await context.close()
  }
  return { cold: timesOf(cold), warm: timesOf(warm) }
}

const ROWS: Goal = { selector: '[data-row]', path: '/records', absent: '[aria-busy="true"]' }

async function timeActions(page: Page, { origin }: Watched): Promise<BrowserTimes['actions']> {
  const list = new URL(routes.records(), origin).href
  const tries = {
    'filter to rows': async () => {
      await open(page, list)
      await page.getByRole('combobox', { name: 'Filter' }).fill('status:ACTIVE')
      return timeAction(page, () => page.keyboard.press('Enter'), { ...ROWS, path: 'q=status:ACTIVE' })
    },
    'row to detail': async () => {
      await open(page, list)
      return timeAction(page, () => page.locator('[data-row] a.cell-link').first().click(), {
        selector: 'section[aria-labelledby] h2',
        path: '/records/',
        absent: '[data-row]',
      })
    },
    'back to the list': async () => {
      await open(page, list)
      await page.locator('[data-row] a.cell-link').first().click()
      await page.waitForURL('**/records/*')
      await page.getByRole('heading', { name: 'Data' }).waitFor()
      await page.evaluate(() => addEventListener('keydown', () => history.back(), { once: true }))
      return timeAction(page, () => page.keyboard.press('F8'), { selector: '[data-row]' })
    },
    'verb to confirmation': async () => {
      await open(page, list)
      await page.locator('[data-row] a.cell-link').first().click()
      await page.waitForURL('**/records/*')
      const verb = page.getByRole('button', { name: 'Soft-delete' })
      await verb.waitFor()
      return timeAction(page, () => verb.click(), { selector: '[data-sonner-toast]' })
    },
  }
  const actions: BrowserTimes['actions'] = []
  for (const [name, once] of Object.entries(tries)) {
    const found: Awaited<ReturnType<typeof once>>[] = []
    for (let at = 0; at < TRIES; at += 1) found.push(await once())
    actions.push({
      name,
      times: timesOf(found.map(({ milliseconds }) => milliseconds)),
      blank: Math.max(...found.map(({ blank }) => blank)),
    })
  }
  return actions
}

/** By keyboard and by pointer over a list of 200 rows. */
async function throughRows(page: Page, { origin }: Watched): Promise<Pick<BrowserTimes, 'slowest' | 'hovering'>> {
  await open(page, new URL(routes.records({ size: 200 }), origin).href)
  const keys = await slowestInteraction(page, async () => {
    for (let row = 0; row < 200; row += 1) await page.keyboard.press('j')
  })
  const choosing = await slowestInteraction(page, async () => {
    for (let row = 0; row < 40; row += 1) {
      await page.keyboard.press('x')
      await page.keyboard.press('k')
    }
  })
  let hovering = 0
  page.on('request', () => {
    hovering += 1
  })
  for (const row of await page.locator('[data-row]').all()) await row.hover()
  return {
    slowest: [
      { name: 'moving', milliseconds: keys },
      { name: 'selecting', milliseconds: choosing },
    ],
    hovering,
  }
}

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.locator('[data-hydrated]').first().waitFor({ state: 'attached' })
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' })
}

/** Scripts and movement of each kind of page, opened for the first time. */
async function weigh(browser: Browser, watched: Watched): Promise<BrowserTimes['shipped']> {
  const { rows } = await watched.client.query<{ record: string; connection: string; customer: string }>(
    `select (select id from mastra.records where "deletedAt" is null order by id desc limit 1) as record, c.id as connection,
      c."connectionId" as customer from mastra.connections c order by cardinality(c.issues) desc, c.id limit 1`,
  )
  const { record = '', connection = '', customer = '' } = rows[0] ?? {}
  const shipped: BrowserTimes['shipped'] = []
  for (const path of [
    routes.overview(),
    routes.records(),
    routes.record(record),
    routes.recordEdit(record),
    routes.connections(),
    routes.connection(connection),
    routes.customer(customer),
    routes.issues(),
    routes.batches(),
    routes.audit(),
    routes.users(),
  ]) {
    const context = await signedIn(browser, watched)
    const page = await probedPage(context)
    const scripts = await countScripts(page)
    await page.goto(new URL(path, watched.origin).href, { waitUntil: 'networkidle' })
    shipped.push({ path, bytes: scripts.bytes(), ...(await layoutShift(page)) })
    await context.close()
  }
  return shipped
}
