import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { readDatabase } from '../db/replica'
import { withinBudget } from '../db/within-budget'
import type { SharedIds } from './dto'
import type { SampleIds } from './sample'

/** Milliseconds for looking each external id of a sample up, by Mastra's own index on them. */
const BUDGET = 1_500
/** Other records of one external id that are looked at. */
const MOST_OTHERS = 50
/** Twins that are named. */
const NAMED = 5

/** External ids of the sample that other live records have too; null when looking them up took too long. Throws FORBIDDEN. */
export async function sharedIds(actor: Actor, entityId: string, { ids }: SampleIds): Promise<SharedIds | null> {
  authorize(actor, 'records:read')
  const rows = await withinBudget(
    await readDatabase(),
    BUDGET,
    (tx) => tx.$queryRaw<SharedIds[]>`
      with shared as materialized (
        select s."externalId", bool_or(t."entityId" = ${entityId}) as twin,
          bool_or(t."entityId" is distinct from ${entityId}) as elsewhere
        from mastra.records s cross join lateral (
          select t."entityId" from mastra.records t
          where t."externalId" = s."externalId" and t."deletedAt" is null and t.id <> s.id limit ${MOST_OTHERS}) as t
        where s.id = any(${ids}::text[]) and s."externalId" is not null group by 1
      )
      select count(*) filter (where twin)::int as twins, count(*) filter (where elsewhere)::int as elsewhere,
        array(select "externalId" from shared where twin order by 1 limit ${NAMED}) as examples
      from shared`,
  )
  return rows?.[0] ?? null
}
