import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { asAppRole } from '@/lib/db/test-app-role'
import { type Structure, structureOf } from '@/lib/db/test-structure'
import { readEnv } from '@/lib/env'

/** A database of one worker: a clone of the template that the test command made from Mastra's own migrations and ours. */
export interface WorkerDatabase {
  name: string
  /** For the app: the role of least privilege, as an installation should have it. */
  url: string
  /** The superuser's; for an app that is to change the structure of Mastra's tables, which its own role may not. */
  ownerUrl: string
  /** The superuser's: for what a test sets up and looks at. */
  pool: pg.Pool
  /** Ends every session and refuses new ones, as an outage would; `restore` lets them in again. */
  cutOff: () => Promise<void>
  restore: () => Promise<void>
  /** What the schema `mastra` is made of: columns, types, defaults, indexes, constraints, its migrations. */
  structure: () => Promise<Structure>
  drop: () => Promise<void>
}

function required(name: 'TEST_DATABASE_URL' | 'TEST_DATABASE_TEMPLATE'): string {
  const value = readEnv()[name]
  if (!value) throw new Error(`${name} is not set: run the end-to-end tests through "npm test".`)
  return value
}

function withDatabase(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.toString()
}

export async function cloneTemplate(worker: number): Promise<WorkerDatabase> {
  const server = required('TEST_DATABASE_URL')
  const name = `e2e_${worker}_${randomBytes(4).toString('hex')}`
  const admin = new pg.Pool({ connectionString: withDatabase(server, 'postgres'), max: 2 })
  await admin.query(`CREATE DATABASE "${name}" TEMPLATE "${required('TEST_DATABASE_TEMPLATE')}"`)
  const ownerUrl = withDatabase(server, name)
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 4, options: '-c TimeZone=UTC' })
  // Our own idle sessions are ended by `cutOff` too; the pool replaces them.
  pool.on('error', (error) => console.warn(`test session ended: ${error.message}`))
  return {
    name,
    url: asAppRole(ownerUrl),
    ownerUrl,
    pool,
    cutOff: async () => {
      await admin.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS false`)
      // A session that is told to end takes a moment, and one that was let in just before may be seen only now.
      for (let left = 1; left > 0; ) {
        const told = await admin.query(
          'SELECT pg_terminate_backend(pid, 1000) FROM pg_stat_activity WHERE datname = $1',
          [name],
        )
        left = told.rowCount ?? 0
      }
    },
    restore: async () => {
      await admin.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS true`)
    },
    structure: async () => {
      const client = new pg.Client({ connectionString: ownerUrl })
      await client.connect()
      try {
        return await structureOf(client, 'mastra')
      } finally {
        await client.end()
      }
    },
    drop: async () => {
      await pool.end()
      await admin.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
      await admin.end()
    },
  }
}
