import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { encode } from 'next-auth/jwt'
import pg from 'pg'
import { type EmbeddedServer, startEmbedded } from '../db/embedded'
import { removeHome } from '../db/embedded-home'
import { createMastraTables } from '../db/mastra-tables'
import { migrate } from '../db/migrate'
import { buildIndex } from '../indexes/build'
import { catalogue } from '../indexes/catalogue'
import { routes } from '../routes'
import { fillWithRecords } from './bench-data'
import type { Times } from './bench-figures'
import {
  databaseTime,
  type Load,
  type PageTimes,
  residentBytes,
  timePage,
  timeSql,
  underLoad,
  type Visitor,
  visitor,
} from './bench-measure'
import { type Operation, operationsOn } from './bench-operations'
import { report } from './bench-report'
import { ensureBuild } from './build'
import { choosePort, startServer, stopServer, waitForPage } from './serve'
import { say, step } from './step'

/** Beside the demo's data; removed at the end. */
const FOLDER = path.join('.data', 'bench')
/** As a server is set up that has a few gigabytes, and with what tells the time that statements take. */
const SETTINGS = {
  shared_preload_libraries: 'pg_stat_statements',
  'pg_stat_statements.track_planning': 'on',
  shared_buffers: '1GB',
  max_wal_size: '8GB',
  maintenance_work_mem: '512MB',
}
const SECRET = 'bench'.repeat(10)
const PEOPLE = 16
/** Paths that the recommended indexes are made for, as if people filtered by them. */
const PATHS = [
  { keys: ['email'], kind: 'text' as const },
  { keys: ['amount'], kind: 'number' as const },
]

export interface Measured {
  operation: Operation
  /** On Mastra's own indexes alone, and with every recommended index. */
  own: PageTimes
  indexed: PageTimes
  /** Milliseconds of Postgres' time for the page with the indexes. */
  database: number
  ideal: Times
  common: Times | null
}

export interface Size {
  rows: number
  measured: Measured[]
  load: Load
  memory: { after: number; bytes: number }[]
}

/** Measures at each number of rows, prints the figures, and writes them to `json`. */
export async function runBench(options: { rows: number[]; pages: number; json?: string }): Promise<void> {
  await ensureBuild()
  const server = await step('Starting a Postgres for the bench', () => startEmbedded(FOLDER, { settings: SETTINGS }))
  const end = async () => {
    await server.stop()
    removeHome(FOLDER)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => end().finally(() => process.exit(1)))
  try {
    const sizes: Size[] = []
    for (const rows of options.rows) {
      const isLast = rows === options.rows.at(-1)
      sizes.push(await measure(server, rows, isLast ? options.pages : 0))
    }
    process.stdout.write(report(sizes))
    if (options.json) writeFileSync(options.json, `${JSON.stringify(sizes, null, 2)}\n`)
  } finally {
    await end()
  }
}

async function measure(server: EmbeddedServer, rows: number, pages: number): Promise<Size> {
  const name = `bench_${rows}`
  await onDatabase(server.urlOf('postgres'), (client) => client.query(`create database ${name}`))
  const url = server.urlOf(name)
  await createMastraTables(url)
  await migrate(url, () => undefined)
  return onDatabase(url, async (client) => {
    await step(`Making ${rows.toLocaleString('en-GB')} records`, () => fillWithRecords(client, rows, () => undefined))
    await client.query('create extension if not exists pg_stat_statements')
    const cookie = await signIn(client)
    return withApp(url, cookie, client, (visit, pid) => measurePages(client, visit, { rows, pages, pid, url }))
  })
}

async function measurePages(
  client: pg.Client,
  visit: Visitor,
  { rows, pages, pid, url }: { rows: number; pages: number; pid: number; url: string },
): Promise<Size> {
  const operations = await operationsOn(client)
  const common = await step('Timing what common tools run', () =>
    each(operations, (operation) => (operation.common ? timeSql(client, operation.common) : Promise.resolve(null))),
  )
  const own = await step("Timing pages on Mastra's own indexes", () =>
    each(operations, ({ path }) => timePage(visit, path)),
  )
  await step('Building the recommended indexes', async () => {
    for (const entry of catalogue(PATHS)) await buildIndex(entry, url)
    await visit.get(routes.records({ q: 'warm' }))
    // What the app knows of indexes may be some seconds old.
    await client.query('select pg_sleep(6)')
  })
  const indexed = await step('Timing pages on the recommended indexes', () =>
    each(operations, ({ path }) => timePage(visit, path)),
  )
  const database = await each(operations, ({ path }) => databaseTime(client, visit, path))
  const list = routes.records()
  const load = await step(`Timing ${PEOPLE} people at once`, () =>
    underLoad(visit, list, { people: PEOPLE, pages: 300, pid }),
  )
  const memory = await watchMemory(visit, list, pages, pid)
  const ideal = await step('Timing raw SQL with ideal indexes', () => timeIdeal(client, operations))
  const measured = operations.flatMap((operation, at) => {
    const [before, after, best] = [own[at], indexed[at], ideal[at]]
    if (!before || !after || !best) return []
    return [
      { operation, own: before, indexed: after, database: database[at] ?? 0, ideal: best, common: common[at] ?? null },
    ]
  })
  return { rows, measured, load, memory }
}

async function timeIdeal(client: pg.Client, operations: readonly Operation[]): Promise<Times[]> {
  await client.query(
    'create index bench_created on mastra.records ("createdAt" desc, id desc) where "deletedAt" is null',
  )
  await client.query('create index bench_type on mastra.records ("entityType", status, "createdAt" desc, id desc)')
  await client.query('analyze mastra.records')
  return each(operations, ({ ideal }) => timeSql(client, ideal))
}

async function watchMemory(visit: Visitor, list: string, pages: number, pid: number): Promise<Size['memory']> {
  if (pages === 0) return []
  return step(`Asking for ${pages} pages`, async () => {
    await underLoad(visit, list, { people: 4, pages: 100, pid })
    const first = { after: 100, bytes: residentBytes(pid) }
    await underLoad(visit, list, { people: 4, pages: Math.max(0, pages - 100), pid })
    return [first, { after: pages, bytes: residentBytes(pid) }]
  })
}

/** One after the other: two at once would time each other. */
async function each<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  for (const item of items) results.push(await work(item))
  return results
}

async function onDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, options: '-c TimeZone=UTC' })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function signIn(client: pg.Client): Promise<string> {
  const sub = randomUUID()
  await client.query(
    `insert into mastra_admin."user" (id, email, role, password_hash) values ($1, 'bench@example.test', 'ADMIN', 'x')`,
    [sub],
  )
  await client.query(`insert into mastra_admin.setting (name, value) values ('session.secret', $1)`, [SECRET])
  return `next-auth.session-token=${await encode({ token: { sub, epoch: 0 }, secret: SECRET, maxAge: 86_400 })}`
}

/** Starts the app on the database, and waits until it has checked how the list is to be read. */
async function withApp<T>(
  url: string,
  cookie: string,
  client: pg.Client,
  work: (visit: Visitor, pid: number) => Promise<T>,
): Promise<T> {
  const port = await choosePort(4900)
  const origin = `http://127.0.0.1:${port}`
  const logFile = path.join('.data', 'bench.log')
  const child = startServer({ mode: 'start', port, env: { DATABASE_URL: url, NEXTAUTH_URL: origin }, logFile })
  const visit = visitor(origin, cookie)
  try {
    await waitForPage(child, port, logFile)
    await visit.get(routes.records())
    for (let look = 0; look < 60; look += 1) {
      const { rows } = await client.query(`select from mastra_admin.setting where name = 'records.order'`)
      const { rows: size } = await client.query<{ small: boolean }>(
        `select pg_relation_size('mastra.records') < 32 * 1024 * 1024 as small`,
      )
      if (rows.length > 0 || size[0]?.small) break
      await client.query('select pg_sleep(1)')
      await visit.get(routes.records())
    }
    if (child.pid === undefined) throw new Error('The app has no process.')
    return await work(visit, child.pid)
  } finally {
    visit.close()
    await stopServer(child)
    say('')
  }
}
