import 'server-only'
import pg from 'pg'
import { databaseAddress } from '../db/client'
import { AppError } from '../errors'
import type { CatalogueEntry } from './catalogue'
import { inlined } from './inlined'

/**
 * Builds the index while Mastra goes on writing (`CREATE INDEX CONCURRENTLY`), in place of what a build that broke off left behind. Takes
 * seconds to hours, during which a session of its own is open. Throws CONFLICT while the same index is being built, INVALID where the role may not.
 */
export async function buildIndex(entry: CatalogueEntry, url = databaseAddress()): Promise<void> {
  await withSession(url, async (session) => {
    const name = pg.escapeIdentifier(entry.name)
    await alone(session, entry.name, async () => {
      if (entry.purpose.use === 'search') await session.query('create extension if not exists pg_trgm')
      const found = await session.query<{ valid: boolean }>(
        `select i.indisvalid as valid from pg_index i where i.indexrelid = to_regclass($1)`,
        [`mastra.${name}`],
      )
      if (found.rows[0]?.valid === false) await session.query(`drop index concurrently if exists mastra.${name}`)
      await session.query(
        `create index concurrently if not exists ${name} on mastra.${entry.table} using ${inlined(entry.definition)}`,
      )
      await session.query(`comment on index mastra.${name} is ${pg.escapeLiteral(JSON.stringify(entry.purpose))}`)
      // Postgres learns what the keys of an expression look like only then.
      await session.query(`analyze mastra.${entry.table}`)
    })
  })
}

/** Drops the index without holding up anyone; nothing happens when it is not there. Throws CONFLICT while it is being built. */
export async function removeIndex(entry: CatalogueEntry, url = databaseAddress()): Promise<void> {
  await withSession(url, (session) =>
    alone(session, entry.name, async () => {
      await session.query(`drop index concurrently if exists mastra.${pg.escapeIdentifier(entry.name)}`)
    }),
  )
}

async function withSession(url: string, work: (session: pg.Client) => Promise<void>): Promise<void> {
  const session = new pg.Client({
    connectionString: url,
    application_name: 'mastra-admin indexes',
    options: '-c statement_timeout=0 -c lock_timeout=0',
  })
  await session.connect()
  try {
    await work(session)
  } catch (error) {
    throw isNotOwner(error) ? new AppError('INVALID', NOT_OWNER) : error
  } finally {
    await session.end()
  }
}

const NOT_OWNER =
  'The role of this app does not own the table. Let its owner run what “npm run admin -- db index plan” prints.'

/** 42501 is insufficient_privilege: an installation of least privilege leaves indexes to its shell. */
function isNotOwner(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === '42501'
}

/** Two builds of one index would each leave the other's behind; the lock ends with the session, whatever becomes of it. */
async function alone(session: pg.Client, name: string, work: () => Promise<void>): Promise<void> {
  const lock = await session.query<{ held: boolean }>('select pg_try_advisory_lock(hashtext($1)) as held', [name])
  if (!lock.rows[0]?.held) throw new AppError('CONFLICT', 'This index is being built or dropped at the moment.')
  await work()
}
