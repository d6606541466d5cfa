import pg from 'pg'
import { planConnections } from './connections'
import { cuidsFrom } from './cuid'
import { insertTables, type Tables } from './insert'
import { propertiesOf } from './properties'
import { randomFrom } from './random'
import { planRecords } from './records'

/** The setting that says when the demo data was made, and thereby that it was. */
const MARKER = 'demo.seed'
const HOUR = 3_600_000

/** All rows of the demo. The same `now` gives the same rows; with another one all times move along, and nothing else. */
export function planDemo(now: Date): Tables {
  const random = randomFrom('Mastra Admin')
  const newId = cuidsFrom(random.fork('ids'))
  const connections = planConnections(random.fork('connections'), newId, now)
  const entities = connections.flatMap((connection) => connection.entities)
  return {
    connections: connections.map(({ row }) => row),
    credentials: connections.flatMap(({ credential }) => credential ?? []),
    entity: entities.map(({ row }) => row),
    properties: entities.flatMap(({ row, kind }) => propertiesOf(newId, row, kind.properties)),
    records: planRecords(random.fork('records'), newId, entities, now),
  }
}

/**
 * Fills the empty schema `mastra` with demo data in one transaction and marks it in `mastra_admin.setting`, so that a
 * second call does nothing. `options.now` is the moment that all dates are relative to: the start of the current hour
 * unless given. Throws when there are connections or records that are not the demo's.
 */
export async function seedDemo(
  databaseUrl: string,
  log: (line: string) => void,
  options: { now?: Date } = {},
): Promise<void> {
  const now = options.now ?? new Date(Math.floor(Date.now() / HOUR) * HOUR)
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'mastra-admin seed' })
  await client.connect()
  try {
    await client.query('BEGIN')
    const marked = await client.query(
      'INSERT INTO mastra_admin.setting (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING',
      [MARKER, now.toISOString()],
    )
    if (marked.rowCount === 0) {
      await client.query('ROLLBACK')
      return
    }
    const used = await client.query('SELECT 1 FROM mastra.connections UNION ALL SELECT 1 FROM mastra.records LIMIT 1')
    if (used.rows.length > 0) throw new Error('This database already holds data. Demo data is only for an empty one.')
    const tables = planDemo(now)
    log(`Loading ${tables.records.length} records of ${tables.connections.length} connections`)
    await insertTables(client, tables)
    await client.query('COMMIT')
    await client.query(
      'ANALYZE mastra.connections, mastra.entity, mastra.properties, mastra.credentials, mastra.records',
    )
  } finally {
    await client.end()
  }
}
