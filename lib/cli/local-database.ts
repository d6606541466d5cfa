import { createHmac } from 'node:crypto'
import path from 'node:path'
import pg from 'pg'
import { type EmbeddedServer, startEmbedded, stopEmbedded } from '../db/embedded'
import { removeHome } from '../db/embedded-home'
import { createMastraTables } from '../db/mastra-tables'
import { migrate } from '../db/migrate'

const FOLDER = path.join('.data', 'postgres')
const DATABASE = 'mastra'
const ROLE = 'mastra_admin'

export function startLocalServer(signal: AbortSignal): Promise<EmbeddedServer> {
  return startEmbedded(FOLDER, { signal })
}

export function stopLocalServer(): Promise<void> {
  return stopEmbedded(FOLDER)
}

/** Stops the server and deletes its data. */
export async function removeLocalServer(): Promise<void> {
  await stopLocalServer()
  removeHome(FOLDER)
}

/**
 * The connection string of the demo's database, which is made when it is not there. The app connects as the owner of that one
 * database and not as the server's superuser, as it should anywhere else.
 */
export async function openLocalDatabase(server: EmbeddedServer): Promise<string> {
  const url = new URL(server.urlOf(DATABASE))
  const password = createHmac('sha256', url.password).update(ROLE).digest('base64url')
  url.username = ROLE
  url.password = password
  const admin = new pg.Client({ connectionString: server.urlOf('postgres') })
  await admin.connect()
  try {
    const known = await admin.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [ROLE])
    if (known.rows.length === 0)
      await admin.query(`CREATE ROLE ${ROLE} LOGIN PASSWORD ${admin.escapeLiteral(password)}`)
    const made = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE])
    if (made.rows.length === 0) await admin.query(`CREATE DATABASE ${DATABASE} OWNER ${ROLE}`)
  } finally {
    await admin.end()
  }
  return url.href
}

/** Both schemas with all their tables. Does nothing where they are complete. */
export async function createSchemas(url: string): Promise<void> {
  await createMastraTables(url)
  await migrate(url, () => undefined)
}
