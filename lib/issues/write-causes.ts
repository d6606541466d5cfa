import 'server-only'
import type { Prisma } from '../db/generated/client'
import { causeKind } from './cause-kind'
import { causeTitle } from './normalise'

/**
 * Makes the causes of these messages as far as there are none yet. With `arrived` a connection has just got them: then a cause is not
 * muted any more where it was until it changes.
 */
export async function writeCauses(
  tx: Prisma.TransactionClient,
  sightings: readonly { causeId: string; message: string }[],
  { now, arrived }: { now: Date; arrived: boolean },
): Promise<void> {
  const messages = new Map(sightings.map(({ causeId, message }) => [causeId, message]))
  const causes = [...messages].map(([id, message]) => ({ id, title: causeTitle(message), kind: causeKind(message) }))
  await tx.$executeRaw`
    insert into mastra_admin.issue_cause as c (id, title, kind, first_seen_at, appeared_at)
    select n.id, n.title, n.kind, ${now}::timestamptz, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(causes)}::jsonb) as n(id text, title text, kind text) order by n.id
    on conflict (id) do update set title = excluded.title, kind = excluded.kind, replaced_by = null,
      appeared_at = case when ${arrived}::boolean then excluded.appeared_at else c.appeared_at end,
      muted_until_change = c.muted_until_change and not ${arrived}::boolean`
}
