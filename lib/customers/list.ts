import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { ISSUE_COUNT } from '../connections/fields-sql'
import { Prisma } from '../db/generated/client'
import { isoText } from '../db/iso-text'
import { readDatabase } from '../db/replica'
import { withinBudget } from '../db/within-budget'
import type { CustomerRow } from './dto'
import type { CustomerSearch } from './search-params'

/** End users of one page. */
export const CUSTOMERS_SHOWN = 50
/** Milliseconds for finding them. */
const BUDGET = 3_000

/**
 * End users in the order of their references, those of one page from behind the reference `after`, along the unique index on (`connectionId`,
 * `name`), which has them together: it stops when the page is full. A beginning is compared letter by letter, from its place in that order
 * on; those with issues are sought among all that begin so. Null when it took too long. Throws FORBIDDEN.
 */
export async function listCustomers(
  actor: Actor,
  { begins, state, after }: CustomerSearch,
): Promise<{ rows: CustomerRow[]; next: string | null } | null> {
  authorize(actor, 'connections:read')
  const from =
    begins === ''
      ? Prisma.sql`true`
      : Prisma.sql`c."connectionId" >= ${begins} and starts_with(c."connectionId", ${begins})`
  const behind = after === undefined ? Prisma.sql`true` : Prisma.sql`c."connectionId" > ${after}`
  const having = state === 'issues' ? Prisma.sql`having bool_or(${ISSUE_COUNT} > 0)` : Prisma.empty
  const rows = await withinBudget(
    await readDatabase(),
    BUDGET,
    (tx) => tx.$queryRaw<CustomerRow[]>`
      /* list of end users */ select c."connectionId" as reference, (array_agg(c.name order by c.name))[1:20] as integrations, count(*)::int as connections,
        count(*) filter (where ${ISSUE_COUNT} > 0)::int as failing, ${isoText(Prisma.sql`min(c."createdAt")`)} as "firstAt",
        ${isoText(Prisma.sql`max(c."lastSyncAt")`)} as "lastSyncAt"
      from mastra.connections c where c."connectionId" <> '' and ${from} and ${behind}
      group by c."connectionId" ${having} order by c."connectionId" limit ${CUSTOMERS_SHOWN + 1}`,
  )
  if (!rows) return null
  const shown = rows.slice(0, CUSTOMERS_SHOWN)
  return { rows: shown, next: rows.length > CUSTOMERS_SHOWN ? (shown.at(-1)?.reference ?? null) : null }
}
