import 'server-only'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** One folder below `prisma/migrations`. */
export interface Migration {
  name: string
  sql: string
  /** SHA-256 of the file in hexadecimal, as Prisma stores it. */
  checksum: string
}

/** The schema that holds everything of ours, and Prisma's record of our migrations. */
export const OWN_SCHEMA = 'mastra_admin'

export const MIGRATIONS_FOLDER = path.join('prisma', 'migrations')

/** The migrations of a folder in the order they are applied. The folder is relative to the project, where every command runs. */
export function readMigrations(folder: string = MIGRATIONS_FOLDER): Migration[] {
  return readdirSync(/* turbopackIgnore: true */ folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const sql = readFileSync(/* turbopackIgnore: true */ path.join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}
