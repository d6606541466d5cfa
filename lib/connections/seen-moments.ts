import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { readDatabase } from '../db/replica'
import { withinBudget } from '../db/within-budget'

/** Moments that are enough to learn a habit from. */
const MOST = 500
/** Milliseconds for what Mastra's tables have no index for. */
const BUDGET = 2_000

/**
 * When something of a connection was seen: the first record created in each hour, the latest 500 of them, and the last sync where Mastra
 * wrote it down; milliseconds since the epoch, ascending. Undefined when finding them took too long. Throws FORBIDDEN.
 */
export async function seenMoments(actor: Actor, id: string): Promise<number[] | undefined> {
  authorize(actor, 'connections:read')
  const rows = await withinBudget(
    await readDatabase(),
    BUDGET,
    (tx) => tx.$queryRaw<{ at: number }[]>`
      select extract(epoch from seen.at)::float8 * 1000 as at from (
        (select min(r."createdAt") as at from mastra.records r
          where r."entityId" in (select e.id from mastra.entity e where e.k_id = ${id})
          group by date_trunc('hour', r."createdAt") order by 1 desc limit ${MOST})
        union all select c."lastSyncAt" from mastra.connections c where c.id = ${id} and c."lastSyncAt" is not null) as seen
      order by 1`,
  )
  return rows?.map(({ at }) => at)
}
