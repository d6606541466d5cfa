import pg from 'pg'
import type { EmbeddedServer } from '../db/embedded'
import { createMastraTables } from '../db/mastra-tables'
import { migrate } from '../db/migrate'
import { buildIndex } from '../indexes/build'
import { catalogue } from '../indexes/catalogue'
import { INDEX_PREFIX } from '../indexes/known-indexes'
import { fillWithRecords } from './bench-data'
import { say, step } from './step'

/** Said of a database once all its rows are in it. */
const FILLED = 'filled by the bench'
const IDEAL_PREFIX = 'bench_'
/** Paths that the recommended indexes are made for, as if people filtered by them. */
export const PATHS = [
  { keys: ['email'], kind: 'text' as const },
  { keys: ['amount'], kind: 'number' as const },
]
/** What the recommended ones lack for SQL that knows each question beforehand. */
const IDEAL = [
  'created on mastra.records ("createdAt" desc, id desc) where "deletedAt" is null',
  'kind on mastra.records ("entityType", status, "createdAt" desc, id desc)',
]

/** What an index took to build, and takes to keep. Seconds are unknown for one that an earlier run built. */
export interface Built {
  name: string
  seconds: number | null
  bytes: number
}

/** A database of so many records: the one that an earlier run left behind, or a new one. Returns its address. */
export async function benchDatabase(server: EmbeddedServer, rows: number): Promise<string> {
  const name = `bench_${rows}`
  const url = server.urlOf(name)
  const isThere = await onDatabase(server.urlOf('postgres'), async (client) => {
    const { rows: found } = await client.query<{ said: string | null }>(
      `select shobj_description(oid, 'pg_database') as said from pg_database where datname = $1`,
      [name],
    )
    if (found[0]?.said === FILLED) return true
    await client.query(`drop database if exists ${name}`)
    await client.query(`create database ${name}`)
    return false
  })
  if (!isThere) await createMastraTables(url)
  await migrate(url, () => undefined)
  if (isThere) return url
  await onDatabase(url, async (client) => {
    const tell = (made: number) => say(`  ${made.toLocaleString('en-GB')}`)
    await step(`Making ${rows.toLocaleString('en-GB')} records`, () => fillWithRecords(client, rows, tell))
    await client.query('create extension if not exists pg_stat_statements')
    await client.query(`comment on database ${name} is '${FILLED}'`)
  })
  return url
}

/** Builds every index that the app recommends and those that ideal SQL has besides, unless they are there. */
export async function buildAll(client: pg.Client, url: string): Promise<Built[]> {
  const built: Built[] = []
  for (const entry of catalogue(PATHS)) {
    const began = performance.now()
    const isNew = !(await sizeOf(client, entry.name))
    if (isNew) await buildIndex(entry, url)
    const seconds = isNew ? (performance.now() - began) / 1000 : null
    built.push({ name: entry.name, seconds, bytes: await sizeOf(client, entry.name) })
  }
  for (const index of IDEAL) await client.query(`create index if not exists ${IDEAL_PREFIX}${index}`)
  await client.query('analyze mastra.records')
  return built
}

/**
 * Lets Postgres plan with Mastra's own indexes alone, with the recommended ones besides, or with the ideal ones too. The others stay,
 * marked as not valid, as one whose building broke off: no plan uses it, and nothing has to be built again.
 */
export async function planWith(client: pg.Client, which: 'own' | 'recommended' | 'ideal'): Promise<void> {
  await client.query(
    `update pg_index i set indisvalid = case when starts_with(c.relname, $1) then $3::boolean else $4::boolean end
     from pg_class c where c.oid = i.indexrelid and c.relnamespace = 'mastra'::regnamespace
       and (starts_with(c.relname, $1) or starts_with(c.relname, $2))`,
    [INDEX_PREFIX, IDEAL_PREFIX, which !== 'own', which === 'ideal'],
  )
}

/** Leaves Mastra's own indexes alone, for what each further one would make slower; `buildAll` makes them again. */
export async function dropAll(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select indexname as name from pg_indexes
     where schemaname = 'mastra' and (starts_with(indexname, $1) or starts_with(indexname, $2))`,
    [INDEX_PREFIX, IDEAL_PREFIX],
  )
  for (const { name } of rows) await client.query(`drop index mastra.${pg.escapeIdentifier(name)}`)
}

/** Runs `work` with a session of one's own. */
export async function onDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, options: '-c TimeZone=UTC' })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Bytes; 0 when there is no such index. */
async function sizeOf(client: pg.Client, name: string): Promise<number> {
  const { rows } = await client.query<{ bytes: number }>(
    'select coalesce(pg_relation_size(to_regclass($1)), 0)::float8 as bytes',
    [`mastra.${name}`],
  )
  return rows[0]?.bytes ?? 0
}
