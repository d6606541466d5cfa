import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { Prisma } from '../db/generated/client'
import { isoText } from '../db/iso-text'
import { readDatabase } from '../db/replica'
import { withinBudget } from '../db/within-budget'
import { maskMessage } from '../mask/mask-message'
import type { Clock } from '../query/dates'
import { type Count, countUpTo } from '../table/count'
import { findPage, type ListResult, readRows, whereOf } from '../table/find-page'
import type { ConnectionRow } from './dto'
import { connectionRegistry, connectionSortColumns, ISSUE_COUNT } from './fields-sql'
import type { ConnectionSearch } from './search-params'

const COUNT_CAP = 10_000
/** Milliseconds for what a page can do without. */
const SIDE_BUDGET = 2_000

/** One page of connections. Throws FORBIDDEN, and what the database throws. */
export async function listConnections(
  actor: Actor,
  search: ConnectionSearch,
  clock: Clock,
): Promise<ListResult<ConnectionRow>> {
  authorize(actor, 'connections:read')
  const result = await findPage<ConnectionRow>({
    search,
    columns: connectionSortColumns,
    registry: connectionRegistry,
    clock,
    read: async ({ where, order, limit, keys }) =>
      readRows<ConnectionRow>(
        await readDatabase(),
        Prisma.sql`
      select c.id, c.name as integration, c."connectionId", ${ISSUE_COUNT} as "issueCount",
        (select left(issue, 2000) from unnest(c.issues) as issue where issue is not null limit 1) as "firstIssue",
        (select count(*)::int from mastra.entity e where e.k_id = c.id) as "entityCount",
        ${isoText(Prisma.sql`c."createdAt"`)} as "createdAt", ${isoText(Prisma.sql`c."updatedAt"`)} as "updatedAt",
        ${isoText(Prisma.sql`c."lastSyncAt"`)} as "lastSyncAt", ${keys} as "cursorKeys"
      from mastra.connections c where ${where} order by ${order} limit ${limit}`,
      ),
  })
  if (result.kind !== 'page') return result
  // Masked before it is shortened: half a token is still half a secret.
  const rows = result.page.rows.map((row) => ({
    ...row,
    firstIssue: row.firstIssue && maskMessage(row.firstIssue).slice(0, 200),
  }))
  return { kind: 'page', page: { ...result.page, rows } }
}

/** How many connections match; exact up to 10,000. Null when the filter was not understood. */
export async function countConnections(actor: Actor, q: string, clock: Clock): Promise<Count | null> {
  authorize(actor, 'connections:read')
  const filter = whereOf(q, connectionRegistry, clock)
  if (!filter.ok) return null
  const source = Prisma.sql`from mastra.connections c where ${filter.where}`
  return countUpTo(await readDatabase(), source, { cap: COUNT_CAP, budget: SIDE_BUDGET })
}

export interface ConnectionFacets {
  /** The 50 integrations with most connections, the most first. */
  integrations: { value: string; count: number }[]
  withIssues: number
  withoutIssues: number
}

/** How the connections that match divide up. Null when counting took too long or the filter was not understood. */
export async function connectionFacets(actor: Actor, q: string, clock: Clock): Promise<ConnectionFacets | null> {
  authorize(actor, 'connections:read')
  const filter = whereOf(q, connectionRegistry, clock)
  if (!filter.ok) return null
  const groups = await withinBudget(
    await readDatabase(),
    SIDE_BUDGET,
    (tx) => tx.$queryRaw<{ integration: string; failing: boolean; count: number }[]>`
      select c.name as integration, ${ISSUE_COUNT} > 0 as failing, count(*)::int as count
      from mastra.connections c where ${filter.where} group by 1, 2`,
  )
  if (groups === null) return null
  const byName = new Map<string, number>()
  for (const { integration, count } of groups) byName.set(integration, (byName.get(integration) ?? 0) + count)
  const sumOf = (failing: boolean) =>
    groups.filter((group) => group.failing === failing).reduce((sum, group) => sum + group.count, 0)
  return {
    integrations: [...byName]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || a.value.localeCompare(b.value))
      .slice(0, 50),
    withIssues: sumOf(true),
    withoutIssues: sumOf(false),
  }
}
