import 'server-only'
import type { Actor } from '../auth/actor'
import { Prisma } from '../db/generated/client'
import type { Clock } from '../query/dates'
import { allOf } from '../query/logic'
import { whereOf } from '../table/find-page'
import { causeRegistry } from './fields-sql'
import type { CauseSearch, CauseView } from './search-params'

/** The condition over `c` of each view. */
export const WITHIN: Readonly<Record<CauseView, Prisma.Sql>> = {
  open: Prisma.sql`c.resolved_at is null and not c.muted_until_change and (c.muted_until is null or c.muted_until <= now())`,
  muted: Prisma.sql`c.resolved_at is null and (c.muted_until_change or c.muted_until > now())`,
  resolved: Prisma.sql`c.resolved_at is not null`,
  all: Prisma.sql`true`,
}

/** A cause whose messages went to another is in no list. */
export const CURRENT = Prisma.sql`c.replaced_by is null`

/** The condition that a cause is in the list, on whatever page; null when the filter has a problem, which the list itself reports. */
export async function causeCondition(
  actor: Actor,
  search: Pick<CauseSearch, 'q' | 'state'>,
  clock: Clock,
): Promise<Prisma.Sql | null> {
  const filter = whereOf(search.q, await causeRegistry(actor), clock)
  return filter.ok ? allOf([CURRENT, WITHIN[search.state], filter.where]) : null
}
