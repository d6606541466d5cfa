import 'server-only'
import { describeError, log } from '../log'
import { database } from './client'
import { readMigrations } from './migrations'

export type Readiness = 'ready' | 'database-unreachable' | 'migrations-not-applied'

/** Whether this instance can serve: the database answers and every migration of this build is applied. Logs why it cannot. */
export async function readiness(): Promise<Readiness> {
  try {
    const applied = await database().$queryRaw<{ name: string }[]>`
      select migration_name as name from mastra_admin._prisma_migrations where finished_at is not null`
    const names = new Set(applied.map(({ name }) => name))
    return readMigrations().every(({ name }) => names.has(name)) ? 'ready' : 'migrations-not-applied'
  } catch (error) {
    log.warn({ error: describeError(error) }, 'the database is not ready')
    // 42P01 is undefined_table: a database that answers, on which ours was never set up.
    return JSON.stringify(describeError(error)).includes('42P01') ? 'migrations-not-applied' : 'database-unreachable'
  }
}
