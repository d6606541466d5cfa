import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { database } from '../db/client'
import { poolStates } from '../db/pools'
import { queues } from '../db/queues'
import { readiness } from '../db/readiness'
import { replicaState } from '../db/replica'
import { withinBudget } from '../db/within-budget'
import { hub } from '../live/hub'
import { describeError, log } from '../log'
import { eventLoopDelay } from '../metrics/event-loop'
import { metrics } from '../metrics/metrics'
import { readHistogram } from '../metrics/read-histogram'
import { pulses } from '../server/heartbeat'
import { appVersion } from '../server/version'
import type { DatabaseStatus, Outcomes, StatusDto, Traffic } from './dto'

/** Rows of each table: those that took most of the time. */
const MOST = 20
const BUDGET = 1_500

/** What the instance that is asked has measured since it started, and how the database is. Parts that the database does not answer are null. Throws FORBIDDEN. */
export async function instanceStatus(actor: Actor): Promise<StatusDto> {
  authorize(actor, 'status:read')
  const [state, found, replica, waiting, routes, verbs, queries] = await Promise.all([
    readiness(),
    orNull(databaseStatus()),
    replicaState(),
    orNull(queues()),
    traffic(),
    outcomes(),
    readHistogram(metrics().querySeconds, 'query'),
  ])
  const { rss, heapUsed } = process.memoryUsage()
  return {
    readiness: state,
    version: appVersion(),
    node: process.versions.node,
    startedAt: new Date(Date.now() - process.uptime() * 1_000).toISOString(),
    memory: { held: rss, heap: heapUsed },
    delay: eventLoopDelay(),
    listeners: hub().size,
    database: found,
    pools: poolStates(),
    replica,
    queues: waiting,
    watchers: pulses(),
    routes: routes.slice(0, MOST),
    verbs,
    queries: queries.slice(0, MOST),
  }
}

async function databaseStatus(): Promise<DatabaseStatus | null> {
  const rows = await withinBudget(
    database(),
    BUDGET,
    (tx) => tx.$queryRaw<DatabaseStatus[]>`
    select current_setting('server_version') as version, pg_database_size(current_database())::float8 as bytes,
      current_setting('max_connections')::int as most, count(*)::int as sessions,
      count(*) filter (where application_name like 'mastra-admin%' and datname = current_database())::int as ours
    from pg_stat_activity where backend_type = 'client backend'`,
  )
  return rows?.[0] ?? null
}

async function traffic(): Promise<Traffic[]> {
  const { requests, requestSeconds } = metrics()
  const counted = (await requests.get()).values
  const faultsOf = (route: string) =>
    counted
      .filter(({ labels }) => labels.route === route && Number(labels.status) >= 500)
      .reduce((sum, { value }) => sum + value, 0)
  const seen = await readHistogram(requestSeconds, 'route')
  return seen.map((one) => ({ ...one, faults: faultsOf(one.name) }))
}

async function outcomes(): Promise<Outcomes[]> {
  const found = new Map<string, Outcomes>()
  for (const { labels, value } of (await metrics().verbs.get()).values) {
    const verb = String(labels.verb)
    const one = found.get(verb) ?? { verb, done: 0, refused: 0, failed: 0 }
    found.set(verb, one)
    if (labels.outcome === 'UNEXPECTED') one.failed += value
    else if (labels.outcome === 'done' || labels.outcome === 'led on') one.done += value
    else one.refused += value
  }
  return [...found.values()].sort((a, b) => b.done + b.refused + b.failed - (a.done + a.refused + a.failed))
}

function orNull<T>(reading: Promise<T | null>): Promise<T | null> {
  return reading.catch((error: unknown) => {
    log.warn({ error: describeError(error) }, 'a part of the status could not be read')
    return null
  })
}
