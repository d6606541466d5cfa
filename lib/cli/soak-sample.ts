import { readdirSync } from 'node:fs'
import type pg from 'pg'
import { timesOf } from './bench-figures'
import { residentBytes, type Watched } from './bench-measure'
import type { ActName } from './soak-acts'
import type { Outcome } from './soak-http'

/** How the app was at one moment, and what people saw since the moment before. */
export interface Sample {
  /** Seconds since the first person came. */
  at: number
  /** Bytes of the process, and of what JavaScript holds in it with its garbage. */
  resident: number
  heap: number
  /** Bytes that were left once garbage had been collected, which is done for few of the samples. */
  live?: number
  /** Milliseconds that 99 of 100 turns of the event loop waited at most, since the moment before. */
  delay: number
  /** Sessions that Postgres has of the pool, and of exports. */
  pooled: number
  exporting: number
  /** Requests that wait for a connection of the pool. */
  waiting: number
  /** Descriptors of files and sockets. */
  files: number
  listeners: number
  underWay: number
  /** Requests that ended, those that should not have ended so, and milliseconds in the middle and at the 95th percentile. */
  ended: number
  faults: number
  median: number
  p95: number
}

/** What came of everything that people did of one kind. */
export interface Kind {
  name: ActName
  count: number
  outcomes: Partial<Record<Outcome['kind'], number>>
  milliseconds: number[]
}

const FAULTS: readonly Outcome['kind'][] = ['failed', 'cut', 'hung']
/** Faults that are kept word for word. */
const KEPT = 20

/** Counts what people do, in all and since the last sample. */
export class Ledger {
  readonly kinds = new Map<ActName, Kind>()
  readonly faults: string[] = []
  private recent: number[] = []
  private ended = 0
  private failed = 0

  note(name: ActName, { kind, milliseconds, note }: Outcome): void {
    const known = this.kinds.get(name) ?? { name, count: 0, outcomes: {}, milliseconds: [] }
    this.kinds.set(name, known)
    known.count += 1
    known.outcomes[kind] = (known.outcomes[kind] ?? 0) + 1
    this.ended += 1
    // What people leave by themselves says nothing of how fast it is.
    if (kind === 'done') {
      known.milliseconds.push(milliseconds)
      this.recent.push(milliseconds)
    }
    if (!FAULTS.includes(kind)) return
    this.failed += 1
    if (this.faults.length < KEPT) this.faults.push(`${name}: ${kind}, ${note ?? ''}`)
  }

  /** What there is since this was last asked. */
  take(): Pick<Sample, 'ended' | 'faults' | 'median' | 'p95'> {
    const { median, p95 } = this.recent.length > 0 ? timesOf(this.recent) : { median: 0, p95: 0 }
    const taken = { ended: this.ended, faults: this.failed, median, p95 }
    this.recent = []
    this.ended = 0
    this.failed = 0
    return taken
  }
}

/** Looks at the process, at its own metrics and at Postgres' list of sessions. Null where the app does not answer within five seconds. */
export async function takeSample(watched: Watched, ledger: Ledger, at: number): Promise<Sample | null> {
  const scraped = await scrape(watched)
  if (!scraped) return null
  return {
    at,
    resident: residentBytes(watched.pid),
    heap: seriesOf(scraped, 'nodejs_heap_size_used_bytes'),
    delay: seriesOf(scraped, 'nodejs_eventloop_lag_p99_seconds') * 1_000,
    waiting: seriesOf(scraped, 'mastra_admin_pool_waiting{pool="primary"}'),
    listeners: seriesOf(scraped, 'mastra_admin_live_listeners'),
    // Without the scrape itself.
    underWay: seriesOf(scraped, 'mastra_admin_requests_under_way') - 1,
    files: readdirSync(`/proc/${watched.pid}/fd`).length,
    ...(await sessions(watched.client)),
    ...ledger.take(),
  }
}

async function scrape({ origin }: Watched): Promise<string | null> {
  try {
    const response = await fetch(`${origin}/api/metrics`, { signal: AbortSignal.timeout(30_000) })
    return response.ok ? await response.text() : null
  } catch {
    return null
  }
}

/** The value of one series in Prometheus' text; 0 where it is not there. */
export function seriesOf(text: string, series: string): number {
  const line = text.split('\n').find((one) => one.startsWith(`${series} `))
  return line ? Number(line.slice(series.length + 1)) : 0
}

async function sessions(client: pg.Client): Promise<Pick<Sample, 'pooled' | 'exporting'>> {
  const { rows } = await client.query<{ pooled: number; exporting: number }>(
    `select count(*) filter (where application_name = 'mastra-admin')::int as pooled,
       count(*) filter (where application_name = 'mastra-admin export')::int as exporting
     from pg_stat_activity where datname = current_database()`,
  )
  return rows[0] ?? { pooled: 0, exporting: 0 }
}
