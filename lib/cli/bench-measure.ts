import type { ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import http from 'node:http'
import type pg from 'pg'
import { routes } from '../routes'
import { type Times, timesOf } from './bench-figures'

/** Tries of one operation: so many, or as many as fit into the time. */
const TRIES = 30
const TIME = 6_000

/** A page as it came: milliseconds until its first row, or its head where it has none, and until its end. */
interface Fetched {
  rows: number
  whole: number
}

export interface PageTimes {
  rows: Times
  whole: Times
  /** Milliseconds of processor time that the server's process used for one. */
  processor: number
  database: DatabaseTime
}

/** Milliseconds that Postgres spends on one page, planning and execution, in all and by statement, the dearest first. */
export interface DatabaseTime {
  spent: number
  /** Pages of 8 kB that were looked at, in memory or not: the same however busy the machine is. */
  pages: number
  statements: { text: string; calls: number; spent: number }[]
}

/** A page with the process of its server and a session to ask Postgres what it did. */
export interface Watched {
  visit: Visitor
  /** Where it is, and the cookie of its session. */
  origin: string
  cookie: string
  pid: number
  child: ChildProcess
  client: pg.Client
}

/** Asks for pages of one server with one session, over connections that are kept. */
export interface Visitor {
  get: (path: string) => Promise<Fetched>
  close: () => void
}

export function visitor(origin: string, cookie: string): Visitor {
  const agent = new http.Agent({ keepAlive: true })
  const get = (path: string) =>
    new Promise<Fetched>((resolve, reject) => {
      const began = performance.now()
      let rows: number | undefined
      const request = http.get(
        new URL(path, origin),
        { agent, headers: { cookie, 'accept-language': 'en' } },
        (response) => {
          if (response.statusCode !== 200) reject(new Error(`${path} answered ${response.statusCode}.`))
          // A file has no such row, and to look through all of it would be timed as well.
          const type = response.headers['content-type'] ?? ''
          const sign = type.startsWith('text/html') ? 'data-row=' : path.startsWith(routes.search()) ? '"href"' : null
          response.on('data', (chunk: Buffer) => {
            if (sign && rows === undefined && chunk.includes(sign)) rows = performance.now() - began
          })
          response.on('end', () => {
            const whole = performance.now() - began
            resolve({ rows: rows ?? whole, whole })
          })
        },
      )
      request.on('error', reject)
    })
  return { get, close: () => agent.destroy() }
}

/** Times one page, warm. */
export async function timePage({ visit, pid, client }: Watched, path: string): Promise<PageTimes> {
  await visit.get(path)
  await client.query('select pg_stat_statements_reset()')
  const before = processorSeconds(pid)
  const fetched = await repeat(() => visit.get(path))
  const processor = ((processorSeconds(pid) - before) * 1000) / fetched.length
  return {
    rows: timesOf(fetched.map((page) => page.rows)),
    whole: timesOf(fetched.map((page) => page.whole)),
    processor,
    database: await databaseTime(client, fetched.length),
  }
}

/** Times statements, warm. Several are separated by semicolons and run one after the other, as such a tool does. */
export async function timeSql(client: pg.Client, sql: string): Promise<Times> {
  const run = async () => {
    const began = performance.now()
    for (const statement of sql.split(';')) await client.query(statement)
    return performance.now() - began
  }
  await run()
  return timesOf(await repeat(run))
}

async function repeat<T>(work: () => Promise<T>): Promise<T[]> {
  const results: T[] = []
  for (const began = performance.now(); results.length < TRIES; ) {
    results.push(await work())
    if (results.length >= 3 && performance.now() - began > TIME) break
  }
  return results
}

/** What Postgres did since its statistics were last reset, for each of so many pages. */
async function databaseTime(client: pg.Client, pages: number): Promise<DatabaseTime> {
  const { rows } = await client.query<{ text: string; calls: number; spent: number; pages: number }>(
    `select left(regexp_replace(query, '\\s+', ' ', 'g'), 160) as text, calls::float8 / $1 as calls, (total_exec_time + total_plan_time)::float8 / $1 as spent,
       (shared_blks_hit + shared_blks_read)::float8 / $1 as pages
     from pg_stat_statements join pg_database d on d.oid = dbid and d.datname = current_database()
     where query not like '%pg_stat_statements%' order by spent desc`,
    [pages],
  )
  return {
    spent: rows.reduce((sum, { spent }) => sum + spent, 0),
    pages: rows.reduce((sum, { pages }) => sum + pages, 0),
    statements: rows,
  }
}

export interface Load {
  pagesPerSecond: number
  /** Pages a second and processor that the server's process used. */
  perCore: number
  whole: Times
}

/** So many pages, asked for by `people` at once. */
export async function underLoad(
  visit: Visitor,
  path: string,
  { people, pages, pid }: { people: number; pages: number; pid: number },
): Promise<Load> {
  const began = performance.now()
  const before = processorSeconds(pid)
  const times: number[] = []
  let left = pages
  const person = async () => {
    while (left > 0) {
      left -= 1
      times.push((await visit.get(path)).whole)
    }
  }
  await Promise.all(Array.from({ length: people }, person))
  const used = processorSeconds(pid) - before
  return { pagesPerSecond: pages / ((performance.now() - began) / 1000), perCore: pages / used, whole: timesOf(times) }
}

/** Seconds of processor time that a process has used, by Linux' /proc: fields 14 and 15, in hundredths. */
function processorSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / 100
}

/** Resident memory of a process in bytes, by Linux' /proc. */
export function residentBytes(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kilobytes) * 1024
}
