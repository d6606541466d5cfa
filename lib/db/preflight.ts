import 'server-only'
import pg from 'pg'
import { connectionProblem } from './connection-problem'
import { MASTRA_COLUMNS } from './mastra-columns'
import { migrationStatus } from './migration-status'

export type Preflight = { ok: true } | { ok: false; sentence: string }

const EXAMPLE = 'postgresql://user:password@host:5432/database'
const WITH_TABLES = 'npm run admin -- db migrate --with-mastra-tables'
const MIGRATE = 'npm run admin -- db migrate'

/**
 * Whether the app can serve the database of a connection string: it is reachable, holds Mastra's tables with every column that is
 * needed, readable for this user, and our migrations are applied. Otherwise the first reason, as a sentence with the way out.
 */
export async function preflight(url: string | undefined): Promise<Preflight> {
  const malformed = problemOfUrl(url)
  if (malformed || !url) return refusal(malformed ?? '')
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    application_name: 'mastra-admin',
  })
  try {
    await client.connect()
  } catch (error) {
    return refusal(connectionProblem(error, url))
  }
  try {
    const sentence = (await mastraProblem(client)) ?? (await migrationProblem(client))
    return sentence === undefined ? { ok: true } : refusal(sentence)
  } finally {
    await client.end()
  }
}

/** What is wrong with the text of DATABASE_URL, before anything is asked of a server; undefined when nothing is. */
export function problemOfUrl(url: string | undefined): string | undefined {
  if (!url) return `DATABASE_URL is not set. It names the database that Mastra syncs into, for example ${EXAMPLE}`
  if (!/^postgres(ql)?:\/\//.test(url)) return `DATABASE_URL is not a Postgres address. It looks like this: ${EXAMPLE}`
  if (!URL.canParse(url))
    return `DATABASE_URL cannot be read; percent-encode special characters in its password. It looks like this: ${EXAMPLE}`
  return undefined
}

async function mastraProblem(client: pg.Client): Promise<string | undefined> {
  const { rows: place } = await client.query<{ name: string; present: boolean; usable: boolean }>(
    `SELECT current_database() AS name, to_regnamespace('mastra') IS NOT NULL AS present,
            coalesce(has_schema_privilege(to_regnamespace('mastra'), 'USAGE'), false) AS usable`,
  )
  const [database] = place
  if (!database?.present) {
    return `The database ${database?.name} has no schema mastra. Point DATABASE_URL at the database that Mastra syncs into, or create Mastra's tables: ${WITH_TABLES}`
  }
  if (!database.usable)
    return 'This database user may not use the schema mastra. Grant it: GRANT USAGE ON SCHEMA mastra TO …'
  const { rows } = await client.query<{ relation: string; column: string; readable: boolean }>(
    `SELECT c.relname AS relation, a.attname AS column, has_table_privilege(c.oid, 'SELECT') AS readable
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = to_regnamespace('mastra') AND c.relkind IN ('r', 'p', 'v') AND a.attnum > 0 AND NOT a.attisdropped`,
  )
  for (const [table, columns] of Object.entries(MASTRA_COLUMNS)) {
    const found = rows.filter((row) => row.relation === table)
    if (found.length === 0)
      return `The schema mastra has no table ${table}. Let Mastra's own migrations finish, or create its tables: ${WITH_TABLES}`
    const missing = columns.filter((column) => !found.some((row) => row.column === column))
    if (missing.length > 0) {
      return `The table mastra.${table} has no column ${missing.map((name) => `"${name}"`).join(', ')}. This app works with the tables of Mastra 0.1.3: let Mastra's migrations finish.`
    }
    if (!found[0]?.readable)
      return `This database user may not read mastra.${table}. Grant it: GRANT SELECT ON mastra."${table}" TO …`
  }
  return undefined
}

async function migrationProblem(client: pg.Client): Promise<string | undefined> {
  const status = await migrationStatus(async (sql) => (await client.query(sql)).rows)
  if (status.failed.length > 0)
    return `The migration ${status.failed.join(', ')} failed half-way. Look at: npm run admin -- db status`
  if (status.pending.length === 0) return undefined
  return `The schema mastra_admin is not up to date (missing: ${status.pending.join(', ')}). Run: ${MIGRATE}`
}

function refusal(sentence: string): Preflight {
  return { ok: false, sentence }
}
