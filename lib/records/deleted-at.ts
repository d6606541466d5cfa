import 'server-only'
import { Prisma } from '../db/generated/client'
import { isoText } from '../db/iso-text'

/** ISO 8601 with a `Z`, as the zoneless `timestamp(3)` that Mastra stores. */
export function utcTimestamp(iso: string): Prisma.Sql {
  return Prisma.sql`(${iso}::text::timestamptz at time zone 'UTC')::timestamp(3)`
}

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

export interface DeletedAtMove {
  id: string
  from: string | null
  to: string | null
}

/** Sets `deletedAt`, and no other column, where it still is `from`; gives the ids whose row moved. One statement. */
export async function moveDeletedAt(
  tx: Prisma.TransactionClient,
  moves: readonly DeletedAtMove[],
): Promise<Set<string>> {
  if (moves.length === 0) return new Set()
  const rows = moves.map(({ id, from, to }) => Prisma.sql`(${id}::text, ${instantOrNull(from)}, ${instantOrNull(to)})`)
  const moved = await tx.$queryRaw<{ id: string }[]>`
    update mastra.records as record set "deletedAt" = move."to"
    from (values ${Prisma.join(rows)}) as move (id, "from", "to")
    where record.id = move.id and record."deletedAt" is not distinct from move."from"
    returning record.id`
  return new Set(moved.map((row) => row.id))
}

function instantOrNull(iso: string | null): Prisma.Sql {
  return iso === null ? Prisma.sql`null::timestamp(3)` : utcTimestamp(iso)
}
