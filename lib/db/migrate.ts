import 'server-only'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { AppError } from '../errors'
import { MIGRATIONS_FOLDER, OWN_SCHEMA, readMigrations } from './migrations'
import { withSchemaEngine } from './schema-engine'

/** Any number, the same in all our commands; Prisma's own lock has another. */
const LOCK = 823_417_205

/**
 * Applies our migrations that the database lacks and returns their names; none when it is up to date. Touches only the schema
 * `mastra_admin`. Several at once wait for one another. A migration that fails is rolled back as a whole and throws.
 */
export async function migrate(url: string, log: (line: string) => void): Promise<string[]> {
  return withMigrationLock(url, async (client) => {
    const { rows } = await client.query(`SELECT 1 WHERE to_regnamespace('${OWN_SCHEMA}') IS NULL`)
    if (rows.length > 0) await client.query(`CREATE SCHEMA "${OWN_SCHEMA}"`)
    await refuseForeignTables(client)
    const applied = await applyMigrations(url, OWN_SCHEMA, MIGRATIONS_FOLDER)
    for (const name of applied) log(`Applied ${name}`)
    return applied
  })
}

/** Prisma keeps its record beside the tables; tables without one were not made by our migrations. */
async function refuseForeignTables(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ tables: string | null; recorded: boolean }>(
    `SELECT string_agg(relname, ', ' ORDER BY relname) AS tables, coalesce(bool_or(relname = '_prisma_migrations'), false) AS recorded
     FROM pg_class WHERE relnamespace = to_regnamespace('${OWN_SCHEMA}') AND relkind IN ('r', 'p')`,
  )
  const [found] = rows
  if (!found?.tables || found.recorded) return
  throw new AppError(
    'CONFLICT',
    `The schema ${OWN_SCHEMA} holds tables that this app did not make (${found.tables}). Move them elsewhere first.`,
  )
}

/** Applies the migrations of a folder, unqualified names meaning `schema`, which has to exist. Returns the names of those that were missing. */
export async function applyMigrations(url: string, schema: string, folder: string): Promise<string[]> {
  const input = { migrationsList: migrationsList(folder), filters: { externalTables: [], externalEnums: [] } }
  const { appliedMigrationNames } = await withSchemaEngine({ url, schema }, (engine) => engine.applyMigrations(input))
  return appliedMigrationNames
}

/** Runs `work` while no other command of ours changes the structure of this database. */
export async function withMigrationLock<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    application_name: 'mastra-admin migrate',
  })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK])
    return await work(client)
  } finally {
    await client.end()
  }
}

function migrationsList(folder: string) {
  const lock = path.join(folder, 'migration_lock.toml')
  return {
    baseDir: path.resolve(folder),
    lockfile: { path: 'migration_lock.toml', content: readFileSync(lock, 'utf8') },
    shadowDbInitScript: '',
    migrationDirectories: readMigrations(folder).map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
    })),
  }
}
