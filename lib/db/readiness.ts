import 'server-only'
import { describeError, log } from '../log'
import { pulses } from '../server/heartbeat'
import { isStopping } from '../server/stopping'
import { database } from './client'
import { migrationStatus } from './migration-status'

export type Readiness = 'ready' | 'stopping' | 'database-unreachable' | 'migrations-not-applied' | 'queue-stalled'

/** Milliseconds after which a database that says nothing is one that cannot be reached: a balancer wants an answer in time. */
const PATIENCE = 4_000
/** Seconds without a look of the workers, none of them being at work, after which they are stuck. A look is due every second. */
const STALLED = 60

/**
 * Whether this instance can serve: it is not about to stop, the database answers, every migration of this build is applied, and its workers
 * look at the queue. Logs why it cannot. A fault of the database is named as such and not as one of the queue.
 */
export async function readiness(): Promise<Readiness> {
  if (isStopping()) return 'stopping'
  const state = await stateOfDatabase()
  if (state !== 'ready') return state
  return isStalled() ? 'queue-stalled' : 'ready'
}

async function stateOfDatabase(): Promise<Readiness> {
  const patience = new AbortController()
  try {
    const { pending, failed } = await Promise.race([
      migrationStatus((sql) => database().$queryRawUnsafe<unknown[]>(sql)),
      rejectAfter(PATIENCE, patience.signal),
    ])
    return pending.length + failed.length === 0 ? 'ready' : 'migrations-not-applied'
  } catch (error) {
    log.warn({ error: describeError(error) }, 'the database is not ready')
    return 'database-unreachable'
  } finally {
    patience.abort()
  }
}

function rejectAfter(milliseconds: number, signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The database did not answer in time.')), milliseconds)
    signal.addEventListener('abort', () => clearTimeout(timer))
  })
}

function isStalled(): boolean {
  const stuck = pulses().filter(
    ({ watcher, seconds, looking, lastFault }) =>
      watcher === 'batches' && !looking && lastFault === null && seconds > STALLED,
  )
  if (stuck.length > 0) log.error({ stuck }, 'the workers do not look at the queue')
  return stuck.length > 0
}
