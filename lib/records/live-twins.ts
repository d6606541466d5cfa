import 'server-only'
import type { Prisma } from '../db/generated/client'

/** Two records of one entity with the same external id: one that would be restored, and one that is live or would be restored with it. */
export interface TwinPair {
  id: string
  twin: string
}

/** Twins of one record that are told; there are rarely more than one. */
const TOLD = 3

/**
 * The deleted records among `ids` that would have a live twin once all of them are restored, each with its twins. Nothing in Mastra
 * forbids twins (PRODUCT.md: there is no unique entity and external id), but the product would show both. Reads by the external id.
 */
export async function findLiveTwins(tx: Prisma.TransactionClient, ids: readonly string[]): Promise<TwinPair[]> {
  return tx.$queryRaw<TwinPair[]>`
    select d.id, t.id as twin from mastra.records d cross join lateral (
      select t.id from mastra.records t
      where t."externalId" = d."externalId" and t."entityId" = d."entityId" and t.id <> d.id
        and (t."deletedAt" is null or t.id = any(${[...ids]}::text[]))
      order by t."deletedAt" nulls first, t.id limit ${TOLD}
    ) t
    where d.id = any(${[...ids]}::text[]) and d."deletedAt" is not null
    order by d.id, t.id`
}
