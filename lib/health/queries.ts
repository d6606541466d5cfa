import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { database } from '../db/client'
import { Prisma } from '../db/generated/client'
import { isoText } from '../db/iso-text'
import { readDatabase } from '../db/replica'
import { HEALTH_STATES, type HealthChangeRow, type HealthState, type HealthWatchState, type KeptHealth } from './dto'
import { evidenceOf } from './sentence'
import { QUIET_AT_IN_TIME, STATE } from './state-sql'

const zoned = (column: Prisma.Sql) => isoText(Prisma.sql`${column} at time zone 'UTC'`)

/** What a query selects to make `KeptHealth` of, with `mastra.connections c` and `mastra_admin.connection_health h`. */
export const KEPT_COLUMNS = Prisma.sql`
  ${STATE} as state, h.habit, extract(epoch from h.last_seen_at)::float8 * 1000 as "lastSeen", ${zoned(Prisma.sql`h.last_seen_at`)} as "lastSeenAt",
  ${zoned(QUIET_AT_IN_TIME)} as "quietSince"`

export interface KeptColumns {
  state: HealthState
  habit: unknown
  lastSeen: number | null
  lastSeenAt: string | null
  quietSince: string | null
}

/** The same as it leaves the server. */
export function keptHealth({ state, habit, lastSeen, lastSeenAt, quietSince }: KeptColumns, now: Date): KeptHealth {
  return { state, lastSeenAt, quietSince, evidence: evidenceOf(habit, lastSeen, now.getTime()) }
}

/** The health of these connections by their ids, with whether the watch has come to each yet. By primary keys. Throws FORBIDDEN. */
export async function healthOf(
  actor: Actor,
  ids: readonly string[],
  now: Date,
): Promise<Map<string, KeptHealth & { looked: boolean }>> {
  authorize(actor, 'connections:read')
  const rows = await (await readDatabase()).$queryRaw<(KeptColumns & { id: string; looked: boolean })[]>`
    select c.id, ${KEPT_COLUMNS}, h.learned_at is not null as looked
    from mastra.connections c left join mastra_admin.connection_health h on h.connection_id = c.id
    where c.id = any(${[...ids]}::text[])`
  return new Map(rows.map((row) => [row.id, { ...keptHealth(row, now), looked: row.looked }]))
}

interface ChangesAsked {
  connectionId?: string
  /** Only those behind this one, for whoever reads on. */
  after?: string
  limit: number
}

/**
 * Changes of state, the newest first; with `after` those behind it, the earliest first, as someone reads them who has read before. By the
 * primary key, or the index by connection. Throws FORBIDDEN.
 */
export async function healthChanges(actor: Actor, asked: ChangesAsked): Promise<HealthChangeRow[]> {
  authorize(actor, 'connections:read')
  const { connectionId, after, limit } = asked
  const rows = await database().healthChange.findMany({
    where: { ...(connectionId !== undefined && { connectionId }), ...(after !== undefined && { id: { gt: after } }) },
    orderBy: { id: after === undefined ? 'desc' : 'asc' },
    take: limit,
  })
  return rows.map(({ id, integration, customer, ...row }) => ({
    id,
    connectionId: row.connectionId,
    integration,
    customer,
    from: stateOf(row.fromState),
    to: stateOf(row.toState) ?? 'unknown',
    at: row.at.toISOString(),
    evidence: evidenceOf(row.habit, row.lastSeenAt?.getTime() ?? null, row.at.getTime()),
  }))
}

function stateOf(value: string | null): HealthState | null {
  return HEALTH_STATES.find((state) => state === value) ?? null
}

/** How far the watch over health is. Throws FORBIDDEN. */
export async function healthWatch(actor: Actor): Promise<HealthWatchState> {
  authorize(actor, 'connections:read')
  const watch = await database().healthWatch.findUnique({ where: { id: 1 } })
  return { seenUntil: watch?.seenUntil?.toISOString() ?? null, reading: (watch?.back ?? null) !== null }
}
