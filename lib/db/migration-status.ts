import 'server-only'
import { type Migration, readMigrations } from './migrations'

/** A row of Prisma's `_prisma_migrations`. */
interface AppliedMigration {
  migration_name: string
  checksum: string
  finished: boolean
}

/** Names of our migrations by their state in one database. `edited` ones are applied, but from another text than the file's. */
export interface MigrationStatus {
  applied: string[]
  pending: string[]
  failed: string[]
  edited: string[]
  /** Applied here, but not known to this version of the app: the database is ahead of it. */
  unknown: string[]
}

/** Runs one statement and returns its rows, through whichever client the caller has. */
export type Query = (sql: string) => Promise<unknown[]>

/** How the database stands to the migrations of this version. Reads only; works before anything of ours exists. */
export async function migrationStatus(
  query: Query,
  migrations: Migration[] = readMigrations(),
): Promise<MigrationStatus> {
  const rows = await appliedMigrations(query)
  const rowsOf = (name: string) => rows.filter((row) => row.migration_name === name)
  const isApplied = ({ name }: Migration) => rowsOf(name).some(({ finished }) => finished)
  const applied = migrations.filter(isApplied)
  const missing = migrations.filter((migration) => !isApplied(migration))
  const known = new Set(migrations.map(({ name }) => name))
  const names = (list: Migration[]) => list.map(({ name }) => name)
  return {
    applied: names(applied),
    pending: names(missing.filter(({ name }) => rowsOf(name).length === 0)),
    failed: names(missing.filter(({ name }) => rowsOf(name).length > 0)),
    edited: names(applied.filter(({ name, checksum }) => rowsOf(name).every((row) => row.checksum !== checksum))),
    unknown: rows.filter((row) => !known.has(row.migration_name)).map((row) => row.migration_name),
  }
}

async function appliedMigrations(query: Query): Promise<AppliedMigration[]> {
  const present = await query(`SELECT 1 WHERE to_regclass('mastra_admin._prisma_migrations') IS NOT NULL`)
  if (present.length === 0) return []
  const rows = await query(
    `SELECT migration_name, checksum, finished_at IS NOT NULL AS finished
     FROM mastra_admin._prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name`,
  )
  return rows.filter(isAppliedMigration)
}

function isAppliedMigration(row: unknown): row is AppliedMigration {
  return typeof row === 'object' && row !== null && 'migration_name' in row && 'checksum' in row && 'finished' in row
}
