import 'server-only'
import type { PrismaClient } from '../db/generated/client'
import { withinBudget } from '../db/within-budget'

/** Records that a look at an entity reads. */
export const SAMPLED = 1_000
/** Milliseconds for finding them, once among all records and once among the newest. */
const BUDGET = 1_500
/** Records of the table, from its end, among which they are sought when the first way took too long. */
const NEWEST = 50_000

/** The ids of a sample, and among how many records of the table they were sought: null for all. */
export interface SampleIds {
  ids: string[]
  among: number | null
}

/**
 * The newest live records of an entity, at most 1,000, by id, which of a cuid is by creation. The index on records by entity has them in
 * that order; without it the primary key is read backwards until enough are found, at most for 1.5 seconds, and then only its last 50,000
 * records. Null when even these took too long.
 */
export async function sampleOf(db: PrismaClient, entityId: string): Promise<SampleIds | null> {
  const all = await withinBudget(
    db,
    BUDGET,
    (tx) => tx.$queryRaw<{ id: string }[]>`
      select r.id from mastra.records r where r."entityId" = ${entityId} and r."deletedAt" is null
      order by r.id desc limit ${SAMPLED}`,
  )
  if (all) return { ids: all.map(({ id }) => id), among: null }
  const newest = await withinBudget(
    db,
    BUDGET,
    (tx) => tx.$queryRaw<{ id: string }[]>`
      select r.id from (select id, "entityId", "deletedAt" from mastra.records order by id desc limit ${NEWEST}) as r
      where r."entityId" = ${entityId} and r."deletedAt" is null limit ${SAMPLED}`,
  )
  return newest && { ids: newest.map(({ id }) => id), among: NEWEST }
}
