import 'server-only'
import { readDatabase } from '../db/replica'

/** Records with the external id that are looked at. */
const MOST = 1_000

/** Other records with the same external id: live ones of the same entity, and all those of others. By Mastra's index on the external id. */
export async function sharersOf(
  id: string,
  externalId: string,
  entityId: string | null,
): Promise<{ twins: number; strangers: number }> {
  const [row] = await (await readDatabase()).$queryRaw<{ twins: number; strangers: number }[]>`
    with same as materialized (
      select id, "entityId", "deletedAt" from mastra.records where "externalId" = ${externalId} limit ${MOST}
    )
    select count(*) filter (where "entityId" is not distinct from ${entityId} and "deletedAt" is null)::int as twins,
      count(*) filter (where "entityId" is distinct from ${entityId})::int as strangers
    from same where id <> ${id}`
  return row ?? { twins: 0, strangers: 0 }
}
