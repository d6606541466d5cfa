import 'server-only'
import type pg from 'pg'
import { withMigrationLock } from './migrate'
import { migrationStatus } from './migration-status'
import { OWN_SCHEMA, readMigrations } from './migrations'

/** What came of one migration that was tried and taken back. */
export interface Trial {
  name: string
  milliseconds: number
  /** Locks that it took on Mastra's tables: `records AccessShareLock`. */
  locks: string[]
}

/** Locks that keep no sync from reading or writing. */
export const HARMLESS = ['AccessShareLock', 'RowShareLock', 'RowExclusiveLock']

/**
 * Runs the migrations that are missing in one transaction, as they would be applied, and takes all of it back. Tells of each what it took and which
 * locks it had on Mastra's tables. It waits two seconds for a lock at most. Throws what Postgres says of one that fails.
 */
export async function tryMigrations(url: string): Promise<Trial[]> {
  return withMigrationLock(url, async (client) => {
    const { pending } = await migrationStatus(async (sql) => (await client.query(sql)).rows)
    const missing = readMigrations().filter(({ name }) => pending.includes(name))
    await client.query(`BEGIN; SET LOCAL lock_timeout = '2s'; CREATE SCHEMA IF NOT EXISTS "${OWN_SCHEMA}"`)
    try {
      const trials: Trial[] = []
      for (const { name, sql } of missing) {
        const began = performance.now()
        await client.query(sql)
        trials.push({ name, milliseconds: performance.now() - began, locks: await locksOnMastra(client) })
      }
      return trials
    } finally {
      await client.query('ROLLBACK')
    }
  })
}

/** Locks stay until the end of the transaction, so what a later migration has includes those of the earlier ones. */
async function locksOnMastra(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ lock: string }>(
    `SELECT DISTINCT c.relname || ' ' || l.mode AS lock FROM pg_locks l JOIN pg_class c ON c.oid = l.relation
     WHERE l.pid = pg_backend_pid() AND c.relnamespace = to_regnamespace('mastra') ORDER BY 1`,
  )
  return rows.map(({ lock }) => lock)
}
