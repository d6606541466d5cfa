import 'server-only'
import type { Prisma } from '../db/generated/client'

/**
 * Writes down, for each channel that wants to know, that connections have gone quiet: in the transaction that wrote these changes of
 * health, so once for each. Reads the changes by their key and the channels whole, of which there are a few.
 */
export async function noteQuiet(tx: Prisma.TransactionClient, changeIds: readonly string[]): Promise<void> {
  if (changeIds.length === 0) return
  await tx.$executeRaw`
    insert into mastra_admin.notice_event (channel_id, event, health_change_id, at, connections, integrations)
    select channel.id, 'quiet', changed.id, changed.at, 1, array[changed.integration]
    from mastra_admin.health_change changed join mastra_admin.notice_channel channel
      on channel.removed_at is null and channel.settings -> 'events' @> '"quiet"' and (
        jsonb_array_length(channel.settings -> 'integrations') = 0
        or jsonb_exists(channel.settings -> 'integrations', changed.integration))
    where changed.id = any(${[...changeIds]}::uuid[]) order by changed.at, changed.id`
}
