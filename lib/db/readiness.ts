import 'server-only'
import { describeError, log } from '../log'
import { database } from './client'
import { migrationStatus } from './migration-status'

export type Readiness = 'ready' | 'database-unreachable' | 'migrations-not-applied'

/** Whether this instance can serve: the database answers and every migration of this build is applied. Logs why it cannot. */
export async function readiness(): Promise<Readiness> {
  try {
    const { pending, failed } = await migrationStatus((sql) => database().$queryRawUnsafe<unknown[]>(sql))
    return pending.length + failed.length === 0 ? 'ready' : 'migrations-not-applied'
  } catch (error) {
    log.warn({ error: describeError(error) }, 'the database is not ready')
    return 'database-unreachable'
  }
}
