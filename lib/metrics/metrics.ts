import 'server-only'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

const FROM_A_MILLISECOND = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

export type Metrics = ReturnType<typeof makeMetrics>

/**
 * What is measured. Labels are names of ours, from lists that end: no id, no address of a person, nothing of a filter or a document.
 * Durations are in seconds, as Prometheus has them. Those of Node and of the process (`nodejs_…`, `process_…`) are prom-client's own.
 */
export function makeMetrics() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const gauge = <Label extends string>(name: string, help: string, labelNames: Label[] = []) =>
    new Gauge({ name: `mastra_admin_${name}`, help, labelNames, registers })
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[] = []) =>
    new Counter({ name: `mastra_admin_${name}`, help, labelNames, registers })
  const histogram = <Label extends string>(name: string, help: string, labelNames: Label[] = []) =>
    new Histogram({ name: `mastra_admin_${name}`, help, labelNames, registers, buckets: FROM_A_MILLISECOND })
  return {
    registry,
    info: gauge('info', 'Always 1; the version of the app and of Node are its labels.', ['version', 'node']),
    requests: counter('requests_total', 'Requests that were answered, or left by whoever asked (status 499).', [
      'route',
      'method',
      'status',
    ]),
    requestSeconds: histogram(
      'request_duration_seconds',
      'From the first byte of a request to the end of its answer.',
      ['route', 'method'],
    ),
    requestsUnderWay: gauge('requests_under_way', 'Requests that are being answered now, live streams among them.'),
    requestsWaiting: gauge('requests_waiting', 'Requests that wait for their turn to be answered.'),
    turnSeconds: histogram('turn_wait_seconds', 'What a request waited for its turn, 0 when it was let in at once.'),
    verbs: counter('verbs_total', 'Changes that people asked for, by what came of them.', ['verb', 'outcome']),
    verbSeconds: histogram('verb_duration_seconds', 'What a change took, from the call to its answer.', ['verb']),
    querySeconds: histogram('query_duration_seconds', 'What Postgres took for a statement, as the app saw it.', [
      'query',
    ]),
    pool: gauge('pool_connections', 'Connections of this instance to Postgres.', ['pool', 'state']),
    poolWaiting: gauge('pool_waiting', 'Requests that wait for a connection to become free.', ['pool']),
    poolSize: gauge('pool_size', 'Connections that this instance may hold.', ['pool']),
    replicaLag: gauge('replica_lag_seconds', 'How far the replica is behind, and whether it is read.', ['read']),
    databaseUp: gauge('database_up', '1 when the database answered this very scrape, 0 when it did not.'),
    queueDepth: gauge('queue_depth', 'Work that waits in the database, shared by all instances.', ['queue']),
    queueAge: gauge('queue_oldest_seconds', 'How long the oldest work that is due has waited.', ['queue']),
    watcherLag: gauge('watcher_lag_seconds', 'Since work in the background last ended a look without a fault.', [
      'watcher',
    ]),
    watcherFaults: counter('watcher_faults_total', 'Looks of work in the background that ended in a fault.', [
      'watcher',
    ]),
    listeners: gauge('live_listeners', 'Pages that hear what is new.'),
  }
}

// Kept on globalThis: what starts the server and what answers a request are parts of different bundles of the same process.
const shared = globalThis as typeof globalThis & { mastraAdminMetrics?: Metrics }

/** What this process has measured since it started. */
export function metrics(): Metrics {
  shared.mastraAdminMetrics ??= makeMetrics()
  return shared.mastraAdminMetrics
}
