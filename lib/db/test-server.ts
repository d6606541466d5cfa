import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { isAlive } from '../server/is-alive'
import { type EmbeddedServer, startEmbedded, stopEmbedded } from './embedded'
import { removeHome } from './embedded-home'
import { grantStatements, neededGrants } from './grants'
import { migrate } from './migrate'
import { APP_ROLE } from './test-app-role'
import { createReference } from './test-reference'

/** Beside the demo's data, one folder per test run, named after the process that made it. */
const FOLDER = path.join('.data', 'test')

/** The database that every test database is a copy of. */
export const TEMPLATE = 'reference'

export interface TestServer {
  /** Connection string of the server's superuser, to its database `postgres`. */
  url: string
  /** Stops the server and removes everything it wrote. */
  stop: () => Promise<void>
}

/**
 * A Postgres of this process with one database made by Mastra's own migrations and then ours. It does without the safety of the disk,
 * because nothing here outlives the run. What earlier runs left when they were killed is removed first.
 */
export async function startTestServer(): Promise<TestServer> {
  mkdirSync(FOLDER, { recursive: true })
  await removeOrphans()
  const folder = path.join(FOLDER, String(process.pid))
  const settings = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '400' }
  const server = await startEmbedded(folder, { settings })
  const stop = async () => {
    await server.stop()
    removeHome(folder)
  }
  try {
    await createTemplate(server)
  } catch (error) {
    await stop()
    throw error
  }
  return { url: server.urlOf('postgres'), stop }
}

/** With a linguistic collation, as Mastra's databases usually have, so that nothing comes to rely on the order of bytes. */
async function createTemplate(server: EmbeddedServer): Promise<void> {
  const client = new pg.Client({ connectionString: server.urlOf('postgres') })
  await client.connect()
  await client.query(`CREATE DATABASE ${TEMPLATE} TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'en-US'`)
  await client.end()
  await createReference(server.urlOf(TEMPLATE))
  await migrate(server.urlOf(TEMPLATE), () => undefined)
  await createAppRole(server.urlOf(TEMPLATE))
}

/** Makes the role of least privilege in the server of this database, with what it needs there. */
export async function createAppRole(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const password = client.escapeLiteral(decodeURIComponent(new URL(url).password))
  await client.query(`CREATE ROLE ${APP_ROLE} LOGIN PASSWORD ${password}`)
  await client.query(grantStatements(await neededGrants(client), APP_ROLE).join('\n'))
  await client.end()
}

async function removeOrphans(): Promise<void> {
  for (const name of readdirSync(FOLDER)) {
    if (isAlive(Number(name))) continue
    const folder = path.join(FOLDER, name)
    if (existsSync(folder)) await stopEmbedded(folder)
    removeHome(folder)
  }
}
