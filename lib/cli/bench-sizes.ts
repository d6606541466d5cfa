import type pg from 'pg'
import { catalogue } from '../indexes/catalogue'
import { inlined } from '../indexes/inlined'
import { dropAll, PATHS } from './bench-database'
import { table } from './bench-figures'

/** Rows that one sync writes, for what each index adds to it. */
const WRITTEN = 10_000
const NONE = "Mastra's own"
const EVERY = 'all of them'

/** A table or index, and what it takes on the disk. */
export interface Held {
  name: string
  bytes: number
}

/** What writing `WRITTEN` rows takes with this index beside Mastra's own. */
export interface Written {
  index: string
  /** Milliseconds, and bytes of Postgres' log, of which a replica and each backup get a copy. */
  insert: Cost
  update: Cost
}

interface Cost {
  milliseconds: number
  log: number
}

/** Everything in Mastra's schema and in ours, the largest first. What the bench itself has built is left out. */
export async function sizesOf(client: pg.Client): Promise<Held[]> {
  const { rows } = await client.query<Held>(
    `select coalesce(owner.relname || ', long values', c.relname) as name, pg_relation_size(c.oid)::float8 as bytes
     from pg_class c left join pg_class owner on owner.reltoastrelid = c.oid
     where (coalesce(owner.relnamespace, c.relnamespace) in ('mastra'::regnamespace, 'mastra_admin'::regnamespace))
       and c.relkind in ('r', 'i', 't') and not starts_with(c.relname, 'bench_') and pg_relation_size(c.oid) >= 65536
     order by bytes desc`,
  )
  return rows
}

/** Times the writes of a sync with each recommended index alone and with all of them. Leaves the table without indexes of ours, else as it was. */
export async function timeWrites(client: pg.Client): Promise<Written[]> {
  await dropAll(client)
  const entries = catalogue(PATHS).filter((entry) => entry.table === 'records')
  const statements = entries.map(({ name, definition }) => [
    name,
    `create index ${name} on mastra.records using ${inlined(definition)}`,
  ])
  const sets = [
    [NONE, []] as const,
    ...statements.map(([name = '', sql = '']) => [name, [sql]] as const),
    [EVERY, statements.map(([, sql = '']) => sql)] as const,
  ]
  const written: Written[] = []
  for (const [index, builds] of sets) {
    await client.query('begin')
    for (const build of builds) await client.query(build)
    const insert = await costOf(
      client,
      `insert into mastra.records (id, "externalId", data, source, "entityType", "entityId", "createdAt")
       select 'c' || md5(id), "externalId", data, source, "entityType", "entityId", "createdAt" from mastra.records
       where pg_column_size(data) < 2000 limit ${WRITTEN}`,
    )
    const update = await costOf(
      client,
      `update mastra.records set data = data || '{"synced": true}' where id in
       (select id from mastra.records where pg_column_size(data) < 2000 order by id desc limit ${WRITTEN})`,
    )
    await client.query('rollback')
    await client.query('vacuum mastra.records')
    written.push({ index, insert, update })
  }
  return written
}

async function costOf(client: pg.Client, sql: string): Promise<Cost> {
  const at = async () =>
    (await client.query<{ at: string }>('select pg_current_wal_insert_lsn() as at')).rows[0]?.at ?? '0/0'
  const [before, began] = [await at(), performance.now()]
  await client.query(sql)
  const milliseconds = performance.now() - began
  const { rows } = await client.query<{ log: number }>('select pg_wal_lsn_diff($1, $2)::float8 as log', [
    await at(),
    before,
  ])
  return { milliseconds, log: rows[0]?.log ?? 0 }
}

/** Sizes side by side for each number of records, and how many bytes each further record adds. */
export function sizesTable(sizes: readonly { rows: number; held: readonly Held[] }[]): string {
  const [before, last] = [sizes.at(-2), sizes.at(-1)]
  if (!last) return ''
  const bytesOf = (held: readonly Held[] | undefined, name: string) =>
    held?.find((one) => one.name === name)?.bytes ?? 0
  const lines = last.held.map(({ name, bytes }) => {
    const more = before ? (bytes - bytesOf(before.held, name)) / (last.rows - before.rows) : bytes / last.rows
    return [name, ...sizes.map(({ held }) => (bytesOf(held, name) / 1e6).toFixed(1)), more.toFixed(more < 10 ? 1 : 0)]
  })
  const heading = ['MB', ...sizes.map(({ rows }) => rows.toLocaleString('en-GB')), 'bytes a record']
  return table([heading, ...lines])
}

/** What each index adds to the writes of a sync, beside none. */
export function writesTable(written: readonly Written[]): string {
  const none = written.find(({ index }) => index === NONE)
  const times = (cost: Cost, of: Cost | undefined) => `${(cost.milliseconds / (of?.milliseconds ?? 1)).toFixed(1)}×`
  const megabytes = ({ log }: Cost) => (log / 1e6).toFixed(1)
  const lines = written.map(({ index, insert, update }) => [
    index,
    insert.milliseconds.toFixed(0),
    times(insert, none?.insert),
    megabytes(insert),
    update.milliseconds.toFixed(0),
    times(update, none?.update),
    megabytes(update),
  ])
  const heading = [`${WRITTEN.toLocaleString('en-GB')} rows`, 'insert ms', '', 'log MB', 'update ms', '', 'log MB']
  return table([heading, ...lines])
}
