import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { setTimeout } from 'node:timers/promises'
import type { EmbeddedServer } from '../db/embedded'
import { routes } from '../routes'
import { withApp } from './bench-app'
import { type BrowserTimes, timeBrowser } from './bench-browser'
import { browserReport } from './bench-browser-report'
import { type BatchTimes, type ExportTimes, timeBatches, timeExports } from './bench-changes'
import { type Built, benchDatabase, buildAll, dropAll, onDatabase, planWith } from './bench-database'
import type { Times } from './bench-figures'
import { type Load, type PageTimes, residentBytes, timePage, timeSql, underLoad, type Watched } from './bench-measure'
import { type Operation, operationsOn } from './bench-operations'
import { type PaletteTimes, timePalette } from './bench-palette'
import { report } from './bench-report'
import { type Held, sizesOf, timeWrites, type Written } from './bench-sizes'
import { timeWatch, watchReport } from './bench-watch'
import { ensureBuild } from './build'
import { CommandError } from './report'
import { step } from './step'
import { withThrowawayServer } from './throwaway-server'

/** As a server is set up that has a few gigabytes, and with what tells the time that statements take. */
const SETTINGS = {
  shared_preload_libraries: 'pg_stat_statements',
  'pg_stat_statements.track_planning': 'on',
  shared_buffers: '1GB',
  max_wal_size: '8GB',
  maintenance_work_mem: '512MB',
}
const PEOPLE = 16
const LOAD_PAGES = 300
/** Milliseconds after which the app has noticed which indexes there are. */
const NOTICED = 6_000

export interface BenchOptions {
  rows: number[]
  /** Pages asked for to see whether memory grows. */
  pages: number
  /** Parts of names of operations, and the words `palette`, `load`, `memory`, `exports`, `batches`, `writes` and `sizes`; everything but `writes` when absent. */
  only?: string[]
  /** Measures in a browser and nothing else. */
  browser?: boolean
  /** Measures the watch over issues and nothing else. */
  watch?: boolean
  data?: string
  profile?: string
  json?: string
}

export interface Measured {
  operation: Operation
  /** On Mastra's own indexes alone, and with every recommended index. */
  own: PageTimes
  indexed: PageTimes
  /** SQL by hand for the rows alone, and for all that the page shows. */
  ideal: Times
  idealPage: Times
  common: Times | null
}

export interface Size {
  rows: number
  built: Built[]
  measured: Measured[]
  /** The search, on Mastra's own indexes alone and with every recommended one. */
  palette: { own: PaletteTimes[]; indexed: PaletteTimes[] }
  load: Load | null
  memory: { after: number; bytes: number }[]
  exports: ExportTimes[]
  batches: BatchTimes[]
  held: Held[]
  /** Empty unless asked for by name. */
  writes: Written[]
}

/** How busy the machine was with other work, which makes every figure too high. */
export interface Machine {
  processors: number
  /** Processes that wanted to run, on average over the last minute before the bench began. */
  load: number
}

const NOTHING = {
  measured: [],
  palette: { own: [], indexed: [] },
  load: null,
  memory: [],
  exports: [],
  batches: [],
}

/** Measures at each number of rows, prints the figures, and writes them to `json`. Throws a sentence where it cannot measure. */
export async function runBench(options: BenchOptions): Promise<void> {
  if (!existsSync('/proc/self/stat'))
    throw new CommandError('The bench reads the times of processes from /proc, which only Linux has.')
  if (!options.watch && !isOfDatabase(options)) await ensureBuild()
  const machine: Machine = { processors: cpus().length, load: loadavg()[0] ?? 0 }
  if (options.profile) mkdirSync(options.profile, { recursive: true })
  await withThrowawayServer({ purpose: 'bench', data: options.data, settings: SETTINGS }, async (server) => {
    if (options.browser) {
      const times = await each(options.rows, (rows) => measureInBrowser(server, rows))
      process.stdout.write(`\n${times.map(browserReport).join('\n\n')}\n`)
      if (options.json) writeFileSync(options.json, `${JSON.stringify({ machine, times }, null, 2)}\n`)
      return
    }
    if (options.watch) {
      const times = await each(options.rows, (rows) => step('Timing the watch', () => timeWatch(server, rows)))
      process.stdout.write(`\n${times.map(watchReport).join('\n\n')}\n`)
      return
    }
    const sizes: Size[] = []
    for (const rows of options.rows) sizes.push(await measure(server, rows, options))
    process.stdout.write(report(sizes, machine))
    if (options.json) writeFileSync(options.json, `${JSON.stringify({ machine, sizes }, null, 2)}\n`)
  })
}

async function measure(server: EmbeddedServer, rows: number, options: BenchOptions): Promise<Size> {
  const url = await benchDatabase(server, rows)
  return onDatabase(url, async (client) => {
    const operations = (await operationsOn(client)).filter(({ name }) => isWanted(name, options))
    const built = await step('Building the indexes', () => buildAll(client, url))
    const held = await sizesOf(client)
    if (isOfDatabase(options)) {
      const isTimed = isWanted('writes', options)
      const writes = isTimed ? await step('Timing the writes of a sync', () => timeWrites(client)) : []
      return { ...NOTHING, rows, built, held, writes }
    }
    return withApp(url, client, options.profile, async (watched) => {
      const measured = await measureOperations(watched, operations)
      const palette = isWanted('palette', options) ? await measurePalette(watched) : { own: [], indexed: [] }
      const many = await measureMany(watched, rows, options)
      const exports = isWanted('exports', options) ? await step('Timing exports', () => timeExports(watched)) : []
      // Last, since it writes to every row; on Mastra's own indexes, which each row is written to.
      const batches = isWanted('batches', options)
        ? await step('Timing a batch and its undo', async () => {
            await dropAll(client)
            await setTimeout(NOTICED)
            return timeBatches(watched, url)
          })
        : []
      return { rows, built, measured, palette, ...many, exports, batches, held, writes: [] }
    })
  })
}

async function measureInBrowser(server: EmbeddedServer, rows: number): Promise<BrowserTimes> {
  const url = await benchDatabase(server, rows)
  return onDatabase(url, async (client) => {
    await step('Building the indexes', () => buildAll(client, url))
    await planWith(client, 'recommended')
    return withApp(url, client, undefined, (watched) => timeBrowser(watched, rows))
  })
}

async function measureOperations(watched: Watched, operations: readonly Operation[]): Promise<Measured[]> {
  const { client } = watched
  const pages = () => each(operations, ({ path }) => timePage(watched, path))
  const sql = (of: (operation: Operation) => string | undefined) =>
    each(operations, async (operation) => {
      const text = of(operation)
      return text === undefined ? null : timeSql(client, text)
    })
  await planWith(client, 'own')
  const common = await step('Timing what common tools run', () => sql(({ common }) => common))
  await setTimeout(NOTICED)
  const own = await step("Timing pages on Mastra's own indexes", pages)
  await planWith(client, 'recommended')
  await setTimeout(NOTICED)
  const indexed = await step('Timing pages on the recommended indexes', pages)
  await planWith(client, 'ideal')
  const ideal = await step('Timing raw SQL with ideal indexes', () => sql(({ ideal }) => ideal))
  const idealPage = await sql(({ ideal, beside }) => (beside ? `${ideal}; ${beside}` : ideal))
  await planWith(client, 'recommended')
  return operations.flatMap((operation, at) => {
    const [before, after, best, whole] = [own[at], indexed[at], ideal[at], idealPage[at]]
    if (!before || !after || !best || !whole) return []
    return [{ operation, own: before, indexed: after, ideal: best, idealPage: whole, common: common[at] ?? null }]
  })
}

async function measurePalette(watched: Watched): Promise<Size['palette']> {
  await planWith(watched.client, 'own')
  await setTimeout(NOTICED)
  const own = await step("Timing the search on Mastra's own indexes", () => timePalette(watched))
  await planWith(watched.client, 'recommended')
  await setTimeout(NOTICED)
  return { own, indexed: await step('Timing the search on the recommended indexes', () => timePalette(watched)) }
}

/** Many pages at once, and many in all, on the recommended indexes. */
async function measureMany(
  { visit, pid }: Watched,
  rows: number,
  options: BenchOptions,
): Promise<Pick<Size, 'load' | 'memory'>> {
  const list = routes.records()
  await visit.get(list)
  const load = isWanted('load', options)
    ? await step(`Timing ${PEOPLE} people at once`, () =>
        underLoad(visit, list, { people: PEOPLE, pages: LOAD_PAGES, pid }),
      )
    : null
  if (rows !== options.rows.at(-1) || !isWanted('memory', options)) return { load, memory: [] }
  const memory = await step(`Asking for ${options.pages} pages`, async () => {
    await underLoad(visit, list, { people: 4, pages: 100, pid })
    const first = { after: 100, bytes: residentBytes(pid) }
    await underLoad(visit, list, { people: 4, pages: Math.max(0, options.pages - 100), pid })
    return [first, { after: options.pages, bytes: residentBytes(pid) }]
  })
  return { load, memory }
}

/** Whether only what needs no app was asked for; `writes` are timed only then, since they leave no index. */
function isOfDatabase({ only }: BenchOptions): boolean {
  return only?.every((word) => word === 'sizes' || word === 'writes') ?? false
}

function isWanted(name: string, { only }: BenchOptions): boolean {
  return only === undefined || only.some((word) => name.toLowerCase().includes(word))
}

/** One after the other: two at once would time each other. */
async function each<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  for (const item of items) results.push(await work(item))
  return results
}
