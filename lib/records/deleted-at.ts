import 'server-only'
import { Prisma } from '../db/generated/client'
import { isoText } from '../db/iso-text'

/**
 * Locks the rows that exist, in the order of their ids, so that two of our verbs never wait for each other in a circle; gives
 * `deletedAt` (ISO, or null for a live row) by id. The lock is the weaker one that an UPDATE of this column would take itself.
 */
export async function lockRecords(
  tx: Prisma.TransactionClient,
  ids: readonly string[],
): Promise<Map<string, string | null>> {
  const rows = await tx.$queryRaw<{ id: string; deletedAt: string | null }[]>`
    select id, ${isoText(Prisma.sql`"deletedAt"`)} as "deletedAt" from mastra.records
    where id = any(${[...ids]}::text[]) order by id for no key update`
  return new Map(rows.map((row) => [row.id, row.deletedAt]))
}

/** Soft-deletes those that are live, and gives what the trail is to say of each. */
export async function flipDeleted(tx: Prisma.TransactionClient, ids: readonly string[]) {
  const flipped = await tx.$queryRaw<{ id: string; deletedAt: string }[]>`
    update mastra.records set "deletedAt" = (statement_timestamp() at time zone 'UTC')::timestamp(3)
    where id = any(${[...ids]}::text[]) and "deletedAt" is null
    returning id, ${isoText(Prisma.sql`"deletedAt"`)} as "deletedAt"`
  return flipped.map(({ id, deletedAt }) => ({
    action: 'record.soft-delete' as const,
    subjectId: id,
    before: { deletedAt: null },
    after: { deletedAt },
  }))
}
