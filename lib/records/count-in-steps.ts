import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { Prisma } from '../db/generated/client'
import { readDatabase } from '../db/replica'
import { withinBudget } from '../db/within-budget'
import type { Clock } from '../query/dates'
import { estimateRows } from '../table/count'
import type { CountProgress } from '../table/count-progress-schema'
import { fromFor } from './fields-sql'
import { matching } from './matching'
import type { RecordSearch } from './search-query'

/** Records looked through by one statement, and the milliseconds that it may take. */
const STEP = 20_000
const STEP_BUDGET = 20_000

/**
 * Counts the records of a list exactly, a stretch of the primary key at a time, and tells after each how far it is; the last answer is
 * `done`. It ends early when `signal` is aborted. Null when the filter has a problem. Rows that come or go meanwhile count or not,
 * depending on where the count is.
 */
export async function countInSteps(
  actor: Actor,
  search: RecordSearch,
  clock: Clock,
  signal: AbortSignal,
): Promise<AsyncGenerator<CountProgress> | null> {
  authorize(actor, 'records:read')
  const condition = await matching(actor, search, clock)
  return condition && steps(condition, signal)
}

async function* steps(condition: Prisma.Sql, signal: AbortSignal): AsyncGenerator<CountProgress> {
  const db = await readDatabase()
  const total = await estimateRows(db, Prisma.sql`from mastra.records`)
  let found = 0
  let seen = 0
  for (let last = ''; !signal.aborted; ) {
    const rows = await withinBudget(
      db,
      STEP_BUDGET,
      (tx) => tx.$queryRaw<{ last: string | null; seen: number; found: number }[]>`
        /* exact count of records */ select max(id) as last, count(*)::int as seen, count(*) filter (where hit)::int as found from (
          select r.id, ${condition} as hit ${fromFor(condition)} where r.id > ${last} order by r.id limit ${STEP}
        ) as step`,
      signal,
    )
    if (!rows) return
    const [step] = rows
    found += step?.found ?? 0
    seen += step?.seen ?? 0
    const done = !step?.last || step.seen < STEP
    yield { found, seen, total: done ? seen : Math.max(total, seen), done }
    if (done) return
    last = step.last ?? ''
  }
}
