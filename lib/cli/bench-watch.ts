import type pg from 'pg'
import { adoptDatabase, connectTo } from '../db/client'
import type { EmbeddedServer } from '../db/embedded'
import { createMastraTables } from '../db/mastra-tables'
import { migrate } from '../db/migrate'
import { buildIndex } from '../indexes/build'
import { catalogue } from '../indexes/catalogue'
import { rememberChanged, rememberIssues } from '../issues/remember'
import { TRIGGERS } from '../triggers/catalogue'
import { onDatabase } from './bench-database'
import { ms, type Times, table, timesOf } from './bench-figures'

const TRIES = 30
const WRITES = 2_000
const FAILING = 50

/** What the watch over issues costs, and what the trigger costs Mastra, milliseconds. */
export interface WatchTimes {
  connections: number
  look: { own: Times; indexed: Times; told: Times }
  /** Of single writes: all of it within Postgres, and the trigger's share. */
  write: { what: string; whole: Times; trigger: Times }[]
}

/** Measures on a database with so many connections, of which 50 have issues; it is dropped at the end. */
export async function timeWatch(server: EmbeddedServer, connections: number): Promise<WatchTimes> {
  const url = server.urlOf('bench_watch')
  const elsewhere = <T>(work: (client: pg.Client) => Promise<T>) => onDatabase(server.urlOf('postgres'), work)
  await elsewhere((client) => client.query('drop database if exists bench_watch with (force)'))
  await elsewhere((client) => client.query('create database bench_watch'))
  await createMastraTables(url)
  await migrate(url, () => undefined)
  const prisma = connectTo(url, 2)
  adoptDatabase(prisma)
  try {
    return await onDatabase(url, async (client) => {
      await client.query(FILL, [connections, FAILING])
      await client.query('vacuum analyze mastra.connections')
      await rememberIssues()
      const own = await timeEach(TRIES, () => rememberIssues())
      for (const entry of catalogue([])) if (entry.table === 'connections') await buildIndex(entry, url)
      const indexed = await timeEach(TRIES, () => rememberIssues())
      for (const { create } of TRIGGERS) for (const statement of create) await client.query(statement)
      await client.query('delete from mastra_admin.issue_change')
      const told = await timeEach(
        TRIES,
        () => rememberChanged(),
        (at) =>
          client.query(`update mastra.connections set issues = array['failed at ' || $1] where id = 'c' || $1`, [at]),
      )
      const write = await timeWrites(client)
      return { connections, look: { own, indexed, told }, write }
    })
  } finally {
    await prisma.$disconnect()
    await elsewhere((client) => client.query('drop database if exists bench_watch with (force)'))
  }
}

const FILL = `
  insert into mastra.connections (id, name, "connectionId", issues, "createdAt")
  select 'c' || n, (array['HUBSPOT', 'GITHUB', 'SLACK'])[n % 3 + 1], 'user-' || n,
    case when n % ($1::int / $2::int) = 0 then array['invalid_grant for user ' || n] else '{}' end, now() at time zone 'UTC'
  from generate_series(1, $1::int) n`

/** One write after the other, each a transaction of its own as Mastra's are, by what Postgres says of the time they took. */
async function timeWrites(client: pg.Client): Promise<WatchTimes['write']> {
  const kinds = [
    { what: 'a write that changes issues', set: `issues = array['failed at ' || clock_timestamp()]` },
    { what: 'a write that does not', set: `"lastSyncAt" = clock_timestamp() at time zone 'UTC'` },
  ]
  const found: WatchTimes['write'] = []
  for (const { what, set } of kinds) {
    const whole: number[] = []
    const trigger: number[] = []
    for (let at = 0; at < WRITES; at += 1) {
      const { rows } = await client.query<{ 'QUERY PLAN': [Explained] }>(
        `explain (analyze, format json) update mastra.connections set ${set} where id = 'c' || ${at + 1}`,
      )
      const explained = rows[0]?.['QUERY PLAN'][0]
      whole.push(explained?.['Execution Time'] ?? 0)
      trigger.push((explained?.Triggers ?? []).reduce((sum, { Time }) => sum + Time, 0))
    }
    found.push({ what, whole: timesOf(whole), trigger: timesOf(trigger) })
  }
  return found
}

/** The part of an explanation that is read, times in milliseconds. */
interface Explained {
  'Execution Time': number
  Triggers: { Time: number }[]
}

async function timeEach(
  tries: number,
  work: (at: number) => Promise<unknown>,
  before?: (at: number) => Promise<unknown>,
): Promise<Times> {
  const times: number[] = []
  for (let at = 0; at < tries; at += 1) {
    await before?.(at + 1)
    const began = performance.now()
    await work(at)
    times.push(performance.now() - began)
  }
  return timesOf(times)
}

export function watchReport({ connections, look, write }: WatchTimes): string {
  const line = (name: string, { median, p95 }: Times) => [name, ms(median), ms(p95)]
  return [
    `The watch over issues of ${connections.toLocaleString('en-GB')} connections, ${FAILING} with issues, milliseconds`,
    table([
      ['', 'median', 'p95'],
      line("a look on Mastra's own indexes", look.own),
      line('a look on the recommended index', look.indexed),
      line('a look at what the trigger told', look.told),
    ]),
    table([
      ['', 'in Postgres', 'p95', 'of it the trigger', 'p95'],
      ...write.map(({ what, whole, trigger }) => [
        what,
        ...[whole.median, whole.p95, trigger.median, trigger.p95].map((time) => time.toFixed(3)),
      ]),
    ]),
  ].join('\n\n')
}
