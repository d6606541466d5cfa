import 'server-only'
import { poolStates } from '../db/pools'
import { queues } from '../db/queues'
import { replicaState } from '../db/replica'
import { turns } from '../limits/take-turn'
import { hub } from '../live/hub'
import { describeError, log } from '../log'
import { pulses } from '../server/heartbeat'
import { appVersion } from '../server/version'
import { metrics } from './metrics'

/** Milliseconds after which a scrape goes on without the database: a metric that never comes hides all others. */
const PATIENCE = 3_000

/** Everything that this process measures, in Prometheus' text format. What is read from the database is left out while it does not answer. */
export async function scrape(): Promise<string> {
  const { registry, info, pool, poolWaiting, poolSize, watcherLag, listeners, requestsWaiting } = metrics()
  info.set({ version: appVersion(), node: process.versions.node }, 1)
  for (const state of poolStates()) {
    pool.set({ pool: state.pool, state: 'used' }, state.used)
    pool.set({ pool: state.pool, state: 'idle' }, state.idle)
    poolWaiting.set({ pool: state.pool }, state.waiting)
    poolSize.set({ pool: state.pool }, state.size)
  }
  for (const { watcher, seconds } of pulses()) watcherLag.set({ watcher }, seconds)
  listeners.set(hub().size)
  requestsWaiting.set(turns().waiting)
  await Promise.all([readQueues(), readReplica()])
  return registry.metrics()
}

async function readReplica(): Promise<void> {
  const { replicaLag } = metrics()
  const replica = await replicaState()
  replicaLag.reset()
  if (replica)
    replicaLag.set({ read: replica.isRead ? 'yes' : 'no' }, (replica.behind ?? Number.POSITIVE_INFINITY) / 1_000)
}

async function readQueues(): Promise<void> {
  const { databaseUp, queueDepth, queueAge } = metrics()
  queueDepth.reset()
  queueAge.reset()
  const found = await withPatience(queues())
  databaseUp.set(found ? 1 : 0)
  for (const { queue, depth, age } of found ?? []) {
    queueDepth.set({ queue }, depth)
    queueAge.set({ queue }, age)
  }
}

async function withPatience<T>(reading: Promise<T | null>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, PATIENCE, null)
  })
  const read = reading.catch((error: unknown) => {
    log.warn({ error: describeError(error) }, 'the queues could not be read for the metrics')
    return null
  })
  try {
    return await Promise.race([read, patience])
  } finally {
    clearTimeout(timer)
  }
}
