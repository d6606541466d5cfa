import pg from 'pg'
import { connectionProblem } from '../db/connection-problem'
import { migrationStatus } from '../db/migration-status'
import { problemOfUrl } from '../db/preflight'
import { CommandError } from './report'
import { findRunning } from './running'

/** DATABASE_URL, once it is there and readable. Throws a sentence otherwise. */
export function databaseUrl(): string {
  const { DATABASE_URL: url } = process.env
  const problem = problemOfUrl(url)
  if (!problem && url) return url
  const hint = !url && findRunning() ? '\nThe demo keeps its own database; it needs none of these commands.' : ''
  throw new CommandError(`${problem}${hint}`)
}

/** Throws a sentence when the database cannot be reached or lacks our tables. */
export async function requireMigrations(): Promise<void> {
  const { pending, failed } = await withConnection((client) =>
    migrationStatus(async (sql) => (await client.query(sql)).rows),
  )
  if (pending.length + failed.length === 0) return
  throw new CommandError('The schema mastra_admin is not up to date. Run: npm run admin -- db migrate')
}

/** Runs `work` with one connection to DATABASE_URL. A failure to connect becomes a sentence that tells what to check. */
export async function withConnection<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const url = databaseUrl()
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    application_name: 'mastra-admin cli',
  })
  try {
    await client.connect()
  } catch (error) {
    throw new CommandError(connectionProblem(error, url), { cause: error })
  }
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
