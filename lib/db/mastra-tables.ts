import 'server-only'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { AppError } from '../errors'
import { withMigrationLock } from './migrate'

const STATEMENTS = path.join('lib', 'db', 'mastra-tables.sql')

/** What the statements make, and Prisma's record of Mastra's migrations. */
const TABLES = ['connections', 'credentials', 'entity', 'properties', 'records', '_prisma_migrations']
const ENUMS = ['PropertyType', 'RecordEnrichmentStatus', 'RecordStatus']

/** Mastra's own migrations (@mastra/core 0.1.3) with the SHA-256 of each, so that its `migrate deploy` finds nothing left to do. */
export const MASTRA_MIGRATIONS = [
  ['20240828034109_initial_migration', '967fcbc4a082d95c8d14ea50be5c0d807a236a6169d18d93ef97ec0a62089fce'],
  ['20240829210901_initial_migration', '122d743a0403e77ad7e0ed9447f5b8826f2fbdbc55612d936eff004dd13c2eec'],
  ['20240905143158_initial_migration', '122d743a0403e77ad7e0ed9447f5b8826f2fbdbc55612d936eff004dd13c2eec'],
  ['20240911212856_initial_migration', '122d743a0403e77ad7e0ed9447f5b8826f2fbdbc55612d936eff004dd13c2eec'],
  ['20240915044235_initial_migration', '122d743a0403e77ad7e0ed9447f5b8826f2fbdbc55612d936eff004dd13c2eec'],
  ['20241008024219_initial_migration', '2b0a136583e49a7c646f7496b556bf5f7775b96ce5ac0a55318278536ed1bd19'],
] as const

/**
 * Creates Mastra's tables as Mastra's migrations would, in a database that has none of them. Returns false, and does nothing,
 * when all are there; throws CONFLICT, naming them, when only some are: completing them is for Mastra to do.
 */
export async function createMastraTables(url: string): Promise<boolean> {
  return withMigrationLock(url, async (client) => {
    const present = await namesPresent(client)
    const missing = [...TABLES, ...ENUMS].filter((name) => !present.includes(name))
    if (present.length === 0) {
      await createAll(client)
      return true
    }
    if (missing.every((name) => name === '_prisma_migrations')) return false
    throw new AppError(
      'CONFLICT',
      `The schema mastra has ${present.join(', ')} but not ${missing.join(', ')}. Finish or remove it with Mastra's own migrations first.`,
    )
  })
}

async function namesPresent(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = to_regnamespace('mastra') AND relkind IN ('r', 'p') AND relname = ANY ($1)
     UNION ALL
     SELECT typname FROM pg_type WHERE typnamespace = to_regnamespace('mastra') AND typtype = 'e' AND typname = ANY ($2)
     ORDER BY 1`,
    [TABLES, ENUMS],
  )
  return rows.map(({ name }) => name)
}

async function createAll(client: pg.Client): Promise<void> {
  const { rows } = await client.query(`SELECT 1 WHERE to_regnamespace('mastra') IS NULL`)
  await client.query('BEGIN')
  if (rows.length > 0) await client.query('CREATE SCHEMA mastra')
  await client.query('SET LOCAL search_path = mastra')
  await client.query(readFileSync(STATEMENTS, 'utf8'))
  for (const [name, checksum] of MASTRA_MIGRATIONS) {
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, clock_timestamp(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    )
  }
  await client.query('COMMIT')
}
