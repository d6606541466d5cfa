import 'server-only'
import { AppError } from '../errors'
import { database } from './client'

/**
 * Whether the role of this app owns Mastra's tables, which building an index or adding a trigger takes. In an installation of least
 * privilege it does not, and their owner does that from a shell. Read from the catalogue of Postgres: two rows.
 */
export async function ownsTables(): Promise<boolean> {
  const [row] = await database().$queryRaw<{ owns: boolean | null }[]>`
    select bool_and(pg_has_role(relowner, 'usage')) and bool_and(has_schema_privilege(relnamespace, 'create')) as owns
    from pg_class where oid in (to_regclass('mastra.records'), to_regclass('mastra.connections'))`
  return row?.owns ?? false
}

/** Throws INVALID, with the command that the owner runs, where the role of this app may not do it itself. */
export async function requireOwner(command: string): Promise<void> {
  if (await ownsTables()) return
  throw new AppError(
    'INVALID',
    `The role of this app does not own Mastra’s tables. Let their owner run “npm run admin -- ${command}”.`,
  )
}
