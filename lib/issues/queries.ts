import 'server-only'
import type { Actor } from '../auth/actor'
import { authorize } from '../auth/permissions'
import { database } from '../db/client'
import { Prisma } from '../db/generated/client'
import { isoText } from '../db/iso-text'
import { maskPolicy } from '../mask/mask-policy'
import type { Clock } from '../query/dates'
import { allOf } from '../query/logic'
import { type Count, countUpTo } from '../table/count'
import { findPage, type ListResult, readRows } from '../table/find-page'
import { lastDays } from '../time/days'
import { CURRENT, causeCondition, WITHIN } from './cause-condition'
import type { CauseListRow, CauseRow, CauseState, LastClearing, SightingRow } from './dto'
import { CAUSE_STATE, causeRegistry, causeSortColumns } from './fields-sql'
import { isCauseId } from './schema'
import type { CauseSearch, CauseView } from './search-params'

/** Days that the trend of a cause covers, today included. */
export const TREND_DAYS = 14
export const SIGHTINGS_SHOWN = 100
const COUNT = { cap: 10_000, budget: 2_000 }

const zoned = (column: string) => isoText(Prisma.sql`${Prisma.raw(column)} at time zone 'UTC'`)

const COLUMNS = Prisma.sql`
  c.id, c.title, c.kind, ${CAUSE_STATE} as state, c.connections, c.integrations, ${zoned('c.first_seen_at')} as "firstSeenAt",
  ${zoned('c.appeared_at')} as "appearedAt", ${zoned('c.reopened_at')} as "reopenedAt",
  ${zoned('c.resolved_at')} as "resolvedAt", ${zoned('c.muted_until')} as "mutedUntil",
  c.muted_until_change as "mutedUntilChange", c.assignee_id as "assigneeId", c.assignee_email as "assigneeEmail", c.ticket`

/** One page of causes. What is remembered is ours and as new as the last look. Throws FORBIDDEN, and what the database throws. */
export async function listCauses(actor: Actor, search: CauseSearch, clock: Clock): Promise<ListResult<CauseListRow>> {
  authorize(actor, 'issues:read')
  const { message } = await maskPolicy(actor)
  const [from] = lastDays(clock, TREND_DAYS)
  const starts = lastDays(clock, TREND_DAYS).map((day) => day.toISOString())
  const result = await findPage<CauseListRow>({
    search,
    columns: causeSortColumns,
    registry: await causeRegistry(actor),
    clock,
    within: allOf([CURRENT, WITHIN[search.state]]),
    read: ({ where, order, limit, keys }) =>
      readRows<CauseListRow>(
        database(),
        Prisma.sql`
          select ${COLUMNS}, ${keys} as "cursorKeys", array(
            select count(s.id)::int from unnest(${starts}::timestamptz[]) with ordinality as day (start, place)
              left join mastra_admin.issue_sighting s on s.cause_id = c.id and s.first_seen_at >= ${from?.toISOString()}::timestamptz
                and width_bucket(s.first_seen_at, ${starts}::timestamptz[]) = day.place
            group by day.place order by day.place) as trend
          from mastra_admin.issue_cause c where ${where} order by ${order} limit ${limit}`,
      ),
  })
  if (result.kind !== 'page') return result
  const rows = result.page.rows.map((row) => ({ ...row, title: message(row.title) }))
  return { ...result, page: { ...result.page, rows } }
}

/** How many causes match; exact up to 10,000. Null when the filter was not understood. */
export async function countCauses(actor: Actor, search: CauseSearch, clock: Clock): Promise<Count | null> {
  authorize(actor, 'issues:read')
  const where = await causeCondition(actor, search, clock)
  return where && countUpTo(database(), Prisma.sql`from mastra_admin.issue_cause c where ${where}`, COUNT)
}

/** How many causes there are of each view, whatever the filter. Throws FORBIDDEN. */
export async function causeViews(actor: Actor): Promise<Record<CauseView, number>> {
  authorize(actor, 'issues:read')
  const [counts] = await database().$queryRaw<Record<CauseView, number>[]>`
    select count(*) filter (where ${WITHIN.open})::int as open, count(*) filter (where ${WITHIN.muted})::int as muted,
      count(*) filter (where ${WITHIN.resolved})::int as resolved, count(*)::int as all
    from mastra_admin.issue_cause c where ${CURRENT}`
  return counts ?? { open: 0, muted: 0, resolved: 0, all: 0 }
}

/**
 * One cause, or null when there is none of this id. One whose messages went to another when the rules changed gives the id of that one.
 * Throws FORBIDDEN.
 */
export async function getCause(actor: Actor, id: string): Promise<CauseRow | { replacedBy: string } | null> {
  authorize(actor, 'issues:read')
  if (!isCauseId(id)) return null
  const [row] = await database().$queryRaw<(CauseRow & { replacedBy: string | null })[]>`
    select ${COLUMNS}, c.replaced_by as "replacedBy" from mastra_admin.issue_cause c where c.id = ${id}`
  if (!row) return null
  const { replacedBy, ...cause } = row
  return replacedBy === null ? { ...cause, title: (await maskPolicy(actor)).message(cause.title) } : { replacedBy }
}

const SIGHTING = Prisma.sql`
  s.id::text as id, s.connection_id as "connectionId", s.integration, s.customer, s.message,
  ${zoned('s.first_seen_at')} as "firstSeenAt", ${zoned('s.gone_at')} as "goneAt", s.cleared_by as "clearedBy"`

/** Connections that have the cause now, or had it, the newest first; at most one more than `SIGHTINGS_SHOWN`. Throws FORBIDDEN. */
export async function sightingsOf(actor: Actor, causeId: string, which: 'open' | 'gone'): Promise<SightingRow[]> {
  authorize(actor, 'issues:read')
  const open = which === 'open' ? Prisma.sql`s.open_key is not null` : Prisma.sql`s.open_key is null`
  const rows = await database().$queryRaw<SightingRow[]>`
    select ${SIGHTING} from mastra_admin.issue_sighting s where s.cause_id = ${causeId} and ${open}
    order by s.id desc limit ${SIGHTINGS_SHOWN + 1}`
  // What is kept was masked by the rules of its day, and for no one in particular.
  const { message } = await maskPolicy(actor)
  return rows.map((row) => ({ ...row, message: message(row.message) }))
}

/** A message of a connection with its cause, and whether that is muted. */
export interface ConnectionSighting extends SightingRow {
  causeId: string
  title: string
  state: CauseState
}

/** What is remembered of a connection's issues, the newest first; at most one more than `SIGHTINGS_SHOWN`. Throws FORBIDDEN. */
export async function issuesOfConnection(actor: Actor, connectionId: string): Promise<ConnectionSighting[]> {
  authorize(actor, 'issues:read')
  const rows = await database().$queryRaw<ConnectionSighting[]>`
    select ${SIGHTING}, c.id as "causeId", c.title, ${CAUSE_STATE} as state
    from mastra_admin.issue_sighting s join mastra_admin.issue_cause c on c.id = s.cause_id
    where s.connection_id = ${connectionId} order by s.id desc limit ${SIGHTINGS_SHOWN + 1}`
  const { message } = await maskPolicy(actor)
  return rows.map((row) => ({ ...row, message: message(row.message), title: message(row.title) }))
}

/** Who cleared the cause last, for whoever sees it come back; null when nobody has. Throws FORBIDDEN. */
export async function lastClearing(actor: Actor, causeId: string): Promise<LastClearing | null> {
  authorize(actor, 'issues:read')
  const [row] = await database().$queryRaw<LastClearing[]>`
    select s.cleared_by as by, ${zoned('s.gone_at')} as at from mastra_admin.issue_sighting s
    where s.cause_id = ${causeId} and s.cleared_by is not null order by s.gone_at desc limit 1`
  return row ?? null
}

/** People who can look after a cause, by e-mail. Throws FORBIDDEN. */
export async function assignees(actor: Actor): Promise<{ id: string; email: string }[]> {
  authorize(actor, 'issues:manage')
  return database().user.findMany({
    where: { disabledAt: null },
    select: { id: true, email: true },
    orderBy: { email: 'asc' },
    take: 1_000,
  })
}
