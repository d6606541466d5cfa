import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { Prisma } from '../db/generated/client'
import { isoText } from '../db/iso-text'
import { readDatabase } from '../db/replica'
import { withinBudget } from '../db/within-budget'
import { HEALTH_STATES, type HealthState } from '../health/dto'
import { KEPT_COLUMNS, type KeptColumns, keptHealth } from '../health/queries'
import { STATE } from '../health/state-sql'
import { maskPolicy } from '../mask/mask-policy'
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
  const [policy, registry] = await Promise.all([maskPolicy(actor), connectionRegistry(actor, search.q)])
  const result = await findPage<Omit<ConnectionRow, 'health'> & KeptColumns>({
    search,
    columns: connectionSortColumns,
    registry,
    clock,
    read: async ({ where, order, limit, keys }) =>
      readRows<Omit<ConnectionRow, 'health'> & KeptColumns>(
        await readDatabase(),
        Prisma.sql`
      /* list of connections */ select c.id, c.name as integration, c."connectionId", ${ISSUE_COUNT} as "issueCount",
        (select left(issue, 2000) from unnest(c.issues) as issue where issue is not null limit 1) as "firstIssue",
        (select count(*)::int from mastra.entity e where e.k_id = c.id) as "entityCount",
        ${isoText(Prisma.sql`c."createdAt"`)} as "createdAt", ${isoText(Prisma.sql`c."updatedAt"`)} as "updatedAt",
        ${isoText(Prisma.sql`c."lastSyncAt"`)} as "lastSyncAt", ${KEPT_COLUMNS}, ${keys} as "cursorKeys"
      from mastra.connections c left join mastra_admin.connection_health h on h.connection_id = c.id where ${where} order by ${order} limit ${limit}`,
      ),
  })
  if (result.kind !== 'page') return result
  // Masked before it is shortened: half a token is still half a secret.
  const rows = result.page.rows.map(({ state, habit, lastSeen, lastSeenAt, quietSince, ...row }) => ({
    ...row,
    firstIssue: row.firstIssue && policy.message(row.firstIssue).slice(0, 200),
    health: keptHealth({ state, habit, lastSeen, lastSeenAt, quietSince }, clock.now),
  }))
  return { kind: 'page', page: { ...result.page, rows } }
}

/** How many connections match; exact up to 10,000. Null when the filter was not understood. */
export async function countConnections(actor: Actor, q: string, clock: Clock): Promise<Count | null> {
  authorize(actor, 'connections:read')
  const filter = whereOf(q, await connectionRegistry(actor, q), clock)
  if (!filter.ok) return null
  const source = Prisma.sql`from mastra.connections c where ${filter.where}`
  return countUpTo(await readDatabase(), source, { cap: COUNT_CAP, budget: SIDE_BUDGET })
}

export interface ConnectionFacets {
  /** The 50 integrations with most connections, the most first. */
  integrations: { value: string; count: number }[]
  withIssues: number
  withoutIssues: number
  health: { value: HealthState; count: number }[]
}

interface FacetGroup {
  integration: string
  failing: boolean
  state: HealthState
  count: number
}

/** How the connections that match divide up. Null when counting took too long or the filter was not understood. */
export async function connectionFacets(actor: Actor, q: string, clock: Clock): Promise<ConnectionFacets | null> {
  authorize(actor, 'connections:read')
  const filter = whereOf(q, await connectionRegistry(actor, q), clock)
  if (!filter.ok) return null
  const groups = await withinBudget(
    await readDatabase(),
    SIDE_BUDGET,
    (tx) => tx.$queryRaw<FacetGroup[]>`
      select c.name as integration, ${ISSUE_COUNT} > 0 as failing, ${STATE} as state, count(*)::int as count
      from mastra.connections c left join mastra_admin.connection_health h on h.connection_id = c.id where ${filter.where} group by 1, 2, 3`,
  )
  if (groups === null) return null
  const byName = new Map<string, number>()
  for (const { integration, count } of groups) byName.set(integration, (byName.get(integration) ?? 0) + count)
  const sumOf = (is: (group: FacetGroup) => boolean) => groups.filter(is).reduce((sum, group) => sum + group.count, 0)
  return {
    integrations: [...byName]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || a.value.localeCompare(b.value))
      .slice(0, 50),
    withIssues: sumOf(({ failing }) => failing),
    withoutIssues: sumOf(({ failing }) => !failing),
    health: HEALTH_STATES.map((value) => ({ value, count: sumOf(({ state }) => state === value) })),
  }
}
