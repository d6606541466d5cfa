import 'server-only'
import type { Prisma } from '../db/generated/client'
import { noteTransitions } from '../notices/note-transitions'

/**
 * Brings what a cause tells of its connections in line with what stands open: how many, of which integrations, whether it is resolved,
 * and since when it is back. `returned: false` where what came back had been taken away here by mistake.
 */
export async function settle(
  tx: Prisma.TransactionClient,
  causeIds: readonly string[],
  now: Date,
  { returned = true }: { returned?: boolean } = {},
): Promise<void> {
  if (causeIds.length === 0) return
  const ids = [...new Set(causeIds)]
  // A statement of its own: the one that counts begins when the lock is held, and so sees what others have committed meanwhile.
  await tx.$queryRaw`select 1 from mastra_admin.issue_cause where id = any(${ids}::text[]) order by id for update`
  await tx.$executeRaw`
    update mastra_admin.issue_cause c set
      connections = present.connections,
      integrations = case when present.connections > 0 then present.integrations else c.integrations end,
      resolved_at = case when present.connections = 0 then coalesce(c.resolved_at, ${now}::timestamptz) end,
      reopened_at = case when present.connections > 0 and c.resolved_at is not null and ${returned}::boolean then ${now}::timestamptz
        else c.reopened_at end
    from unnest(${ids}::text[]) as wanted (id) cross join lateral (
      select count(distinct s.connection_id)::int as connections,
        coalesce(array_agg(distinct s.integration order by s.integration), '{}') as integrations
      from mastra_admin.issue_sighting s where s.cause_id = wanted.id and s.open_key is not null) as present
    where c.id = wanted.id`
  await noteTransitions(tx, causeIds, now, { told: returned })
}
