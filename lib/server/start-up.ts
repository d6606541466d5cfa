import 'server-only'
import { offerSetUp } from '../auth/set-up'
import { runBatchWorker } from '../batches/worker'
import { database } from '../db/client'
import { rememberOutside } from '../db/in-transaction'
import { env } from '../env'
import { keepExports } from '../exports/keeper'
import { watchHealth } from '../health/watch'
import { watchIssues } from '../issues/watch'
import { endStreams } from '../live/open-stream'
import { describeError, log } from '../log'
import { watchEventLoop } from '../metrics/event-loop'
import { measureRequests } from '../metrics/measure-requests'
import { sendNotices } from '../notices/worker'
import { creationOrder } from '../records/creation-order'
import { flushTraces } from '../tracing/tracing'
import { readAbortReasons } from './abort-reasons'
import { trustOnlyOurProxies } from './client-address'
import { limitRequests } from './limit-requests'
import { plainRequests } from './plain-requests'
import { watchRequests } from './request-state'
import { siteLink } from './site-link'
import { stopGracefully } from './stopping'
import { sweepRegularly } from './sweep'

/**
 * What a server process does before its first request. A database that is away does not keep it from starting: pages then
 * say so, and `/api/ready` answers 503 until it is back.
 */
export async function startUp(): Promise<void> {
  rememberOutside()
  readAbortReasons()
  plainRequests()
  limitRequests()
  // First, since it looks at what the socket and the proxies themselves said.
  watchRequests()
  measureRequests()
  watchEventLoop()
  trustOnlyOurProxies()
  stopGracefully(() => {
    endStreams()
    void flushTraces()
  })
  // Not before: requests are answered already while this is loaded.
  await traceWhereConfigured()
  if (!env().DATABASE_URL) return
  sweepRegularly()
  // Until the process ends; what is done in the background needs no farewell.
  const never = new AbortController().signal
  void keepExports(never)
  void runBatchWorker(never)
  void watchIssues(never)
  void watchHealth(never)
  void sendNotices(never)
  try {
    // The first list that someone opens is then read along the primary key already.
    await creationOrder(database())
    const link = await offerSetUp(siteLink('/'))
    if (link)
      log.warn({ link }, 'No one can sign in yet. Open this link within 24 hours to create the first administrator.')
  } catch (error) {
    log.error({ error: describeError(error) }, 'the database did not answer at start')
  }
}

/** What sends traces is loaded only where there is someone to send them to. */
async function traceWhereConfigured(): Promise<void> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT, OTEL_SDK_DISABLED } = env()
  if (!(OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ?? OTEL_EXPORTER_OTLP_ENDPOINT) || OTEL_SDK_DISABLED === 'true') return
  const { startTracing } = await import('../tracing/open-telemetry')
  startTracing()
}
