import 'server-only'
import type { Actor } from '../auth/actor'
import { Prisma } from '../db/generated/client'
import type { Clock } from '../query/dates'
import { whereOf } from '../table/find-page'
import { recordRegistry } from './record-registry'
import type { RecordSearch, RecordState } from './search-query'

/** The condition over `r` of each state. Live is what the product itself shows. */
export const STATE_CONDITION: Record<RecordState, Prisma.Sql> = {
  live: Prisma.sql`r."deletedAt" is null`,
  deleted: Prisma.sql`r."deletedAt" is not null`,
  all: Prisma.sql`true`,
}

/** The condition that a record is in this person's list, on whatever page; null when the filter has a problem, which the list itself reports. */
export async function matching(
  actor: Actor,
  search: Pick<RecordSearch, 'q' | 'state' | 'text'>,
  clock: Clock,
): Promise<Prisma.Sql | null> {
  const filter = whereOf(search.q, await recordRegistry(actor, search.q, search.text), clock)
  return filter.ok ? Prisma.sql`${STATE_CONDITION[search.state]} and ${filter.where}` : null
}
