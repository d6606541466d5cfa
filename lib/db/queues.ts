import 'server-only'
import { database } from './client'
import { withinBudget } from './within-budget'

/** Work that waits in the database, whoever does it. */
export interface Queue {
  queue: 'batches' | 'exports' | 'notices' | 'changes'
  depth: number
  /** Seconds that the oldest of it has been due. */
  age: number
}

/** Milliseconds that looking may take. */
const BUDGET = 1_500
/** What lies deeper is as deep as this, so that a look costs the same for any queue. */
const DEEPEST = 10_000

/**
 * How much work waits: batches that are to be gone on with, exports and notices that are due, and changes of connections that the trigger
 * told of. Null when the database took too long. Served by `batch_state_idx` and `notice_message_state_next_at_idx`; the others are as short as what waits.
 */
export async function queues(): Promise<Queue[] | null> {
  // Whoever asks may leave; the next scrape is another one's.
  const never = new AbortController().signal
  return withinBudget(
    database(),
    BUDGET,
    (tx) => tx.$queryRaw<Queue[]>`
      /* depth of queues */
      select 'batches' as queue, count(*)::int as depth, coalesce(extract(epoch from now() - min(at)), 0)::float8 as age from
        (select created_at as at from mastra_admin.batch where state in ('preparing', 'running') limit ${DEEPEST}) as waiting
      union all select 'exports', count(*)::int, coalesce(extract(epoch from now() - min(at)), 0)::float8 from
        (select started_at as at from mastra_admin.export
          where request is not null and kept_until is null and ended_at is null limit ${DEEPEST}) as waiting
      union all select 'notices', count(*)::int, coalesce(extract(epoch from now() - min(at)), 0)::float8 from
        (select next_at as at from mastra_admin.notice_message where state = 'due' and next_at <= now() limit ${DEEPEST}) as waiting
      union all select 'changes', count(*)::int, 0 from
        (select from mastra_admin.issue_change limit ${DEEPEST}) as waiting`,
    never,
  )
}
