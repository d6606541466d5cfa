import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { env } from '../env'
import { adoptDatabase, connectTo } from './client'
import type { PrismaClient } from './generated/client'
import { asAppRole } from './test-app-role'

export interface TestDatabase {
  /** Connection string of the superuser; give it to writers that play Mastra. */
  url: string
  /** The same database, for the role of least privilege that `database()` is connected as. */
  appUrl: string
  /** The superuser's, for what a test sets up and looks at. Verbs and queries run by `database()`, as the role of least privilege. */
  client: PrismaClient
  /** Ends the client and drops the database. */
  drop: () => Promise<void>
}

/**
 * A database of one's own: structure as Mastra's migrations and ours make it, no rows. `asOwner`: for verbs that only the owner of the tables
 * may do, such as building an index, which an installation of least privilege leaves to its shell. Meant for `beforeAll`, once per file:
 * `beforeAll(async () => { test = await withTestDatabase(); return test.drop })`.
 */
export async function withTestDatabase({ empty = false, asOwner = false } = {}): Promise<TestDatabase> {
  const { TEST_DATABASE_URL: server, TEST_DATABASE_TEMPLATE: template } = env()
  if (!server || !template)
    throw new Error('There is no test server: run `npm test`, or vitest with its own configuration.')
  const name = `test_${randomBytes(6).toString('hex')}`
  await onServer(server, `CREATE DATABASE ${name} TEMPLATE ${empty ? 'template0' : template}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  const client = connectTo(url.href)
  const appUrl = asAppRole(url.href)
  const app = empty || asOwner ? client : connectTo(appUrl)
  adoptDatabase(app)
  const drop = async () => {
    await Promise.all([...new Set([client, app])].map((each) => each.$disconnect()))
    await onServer(server, sessionsGone(name))
    await onServer(server, `DROP DATABASE ${name} WITH (FORCE)`)
  }
  return { url: url.href, appUrl, client, drop }
}

/** A pool says that it has ended a moment before its sessions have; one that is cut off then is an error that nobody listens to. */
function sessionsGone(name: string): string {
  return `DO $$ BEGIN
    FOR attempt IN 1..100 LOOP
      EXIT WHEN NOT EXISTS (SELECT FROM pg_stat_activity WHERE datname = '${name}');
      PERFORM pg_sleep(0.02), pg_stat_clear_snapshot();
    END LOOP;
  END $$`
}

async function onServer(url: string, statement: string): Promise<void> {
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  try {
    await admin.query(statement)
  } finally {
    await admin.end()
  }
}
