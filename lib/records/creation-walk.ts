import 'server-only'
import { cuidPrefix } from '../db/cuid-prefix'
import { Prisma } from '../db/generated/client'
import type { CursorKeys } from '../table/cursor'
import type { CheckedOrder } from './checked-order'
import { fromFor } from './fields-sql'

export interface CreationWalk {
  /** What a record must fulfil, over RECORDS_FROM. */
  where: Prisma.Sql
  /** Creation times, ISO 8601 in UTC, that the condition implies: `start` belongs to them, `end` does not. */
  span?: { start?: Date; end?: Date }
  order: Pick<CheckedOrder, 'low' | 'high' | 'slack'>
  /** Newest first, or oldest. */
  newestFirst: boolean
  /** Begin behind this place: a creation time as text and an id. */
  beyond: CursorKeys | null
  /** End there: only places of this moment and later when newest comes first, only earlier ones else. */
  until?: Date
  limit: number
}

/**
 * A query for the ids of a page by (creation time, id), with the time each is placed by: columns `id` and `place`. It reads along the
 * primary key and stops as soon as no record further on can belong to the page; docs/decisions/009 says why that is right. A record
 * that contradicts its id and that no check has seen yet is placed at the nearest moment that its id allows.
 */
export function creationWalk(walk: CreationWalk): Prisma.Sql {
  const { where, order, newestFirst, beyond, until, limit } = walk
  const { low, high } = order
  const slack = interval(order)
  const from = fromFor(where)
  const place = allowedPlace(order)
  const direction = newestFirst ? Prisma.sql`desc` : Prisma.sql`asc`
  const follows = newestFirst ? Prisma.sql`<` : Prisma.sql`>`
  const inOrder = (at: Prisma.Sql, id: Prisma.Sql) => Prisma.sql`order by ${at} ${direction}, ${id} ${direction}`
  const behind = (at: Prisma.Sql, id: Prisma.Sql) =>
    beyond ? Prisma.sql`and (${at}, ${id}) ${follows} (${beyond[0]}::timestamp, ${beyond[1]}::text)` : Prisma.empty
  const before = (at: Prisma.Sql) =>
    until ? Prisma.sql`and ${at} ${newestFirst ? Prisma.sql`>=` : Prisma.sql`<`} ${timestamp(until)}` : Prisma.empty
  // Bounds stand before the filter, which may be dear, since Postgres asks them in the order in which they are written.
  const walked = Prisma.sql`${within(walk)} ${nearCursor(walk, behind(place, Prisma.sql`r.id`))} ${nearEnd(walk, before(place))}
    and not exists (select from mastra_admin.record_exception x where x.id = r.id) and ${where}`
  const outside = (range: Prisma.Sql) => Prisma.sql`
    (select r.id, r."createdAt" as place ${from} where ${range} ${before(Prisma.sql`r."createdAt"`)}
      ${behind(Prisma.sql`r."createdAt"`, Prisma.sql`r.id`)} and ${where} ${inOrder(Prisma.sql`r."createdAt"`, Prisma.sql`r.id`)} limit ${limit})`
  const rest = newestFirst
    ? Prisma.sql`r.id < (select id from edge) and r.id >= (select mastra_admin.cuid_prefix(place - ${slack}) from edge)`
    : Prisma.sql`r.id > (select id from edge)
        and r.id < (select mastra_admin.cuid_prefix(place + ${slack} + interval '1 millisecond') from edge)`
  const last = newestFirst ? Prisma.sql`min` : Prisma.sql`max`
  return Prisma.sql`
    with walked as materialized (
      select r.id, ${place} as place ${from} where ${walked} order by r.id ${direction} limit ${limit}
    ), edge as materialized (
      select ${last}(id) as id, ${last}(place) as place from walked having count(*) = ${limit}
    )
    select id, place from (
      select id, place from walked
      union all (select r.id, ${place} ${from} where ${walked} and ${rest} ${inOrder(place, Prisma.sql`r.id`)} limit ${limit})
      union all (select r.id, x.created_at ${from} join mastra_admin.record_exception x on x.id = r.id
        where x.id >= ${low} and x.id < ${high} ${before(Prisma.sql`x.created_at`)}
        ${behind(Prisma.sql`x.created_at`, Prisma.sql`x.id`)} and ${where} ${inOrder(Prisma.sql`x.created_at`, Prisma.sql`x.id`)} limit ${limit})
      union all ${outside(Prisma.sql`r.id < ${low}`)}
      union all ${outside(Prisma.sql`r.id >= ${high}`)}
    ) as found ${inOrder(Prisma.sql`place`, Prisma.sql`id`)} limit ${limit}`
}

/** The keys of a record's place in that order, as `selectKeys` gives them, over `mastra.records r`. */
export function ownPlace({ low, high, slack }: Pick<CheckedOrder, 'low' | 'high' | 'slack'>): Prisma.Sql {
  const place = Prisma.sql`case when r.id < ${low} or r.id >= ${high} then r."createdAt" else coalesce(
    (select x.created_at from mastra_admin.record_exception x where x.id = r.id), ${allowedPlace({ slack })}) end`
  return Prisma.sql`json_build_array(to_json(${place}) #>> '{}', r.id)::text`
}

function interval({ slack }: Pick<CheckedOrder, 'slack'>): Prisma.Sql {
  return Prisma.sql`interval '1 millisecond' * ${slack}::int`
}

/** The creation time, or the nearest to it that lies within the slack of the id's. */
function allowedPlace(order: Pick<CheckedOrder, 'slack'>): Prisma.Sql {
  return Prisma.sql`mastra_admin.creation_place(r.id, r."createdAt", ${interval(order)})`
}

/** The ids that can matter. */
function within({ order: { low, high, slack }, span }: CreationWalk): Prisma.Sql {
  const parts = [Prisma.sql`r.id >= ${low} and r.id < ${high}`]
  if (span?.start) parts.push(Prisma.sql`r.id >= ${cuidPrefix(span.start.getTime() - slack)}`)
  if (span?.end) parts.push(Prisma.sql`r.id < ${cuidPrefix(span.end.getTime() + slack + 1)}`)
  return Prisma.join(parts, ' and ')
}

/** Starts at the cursor in the order of ids; only near to it the places themselves have to be compared. */
function nearCursor({ beyond, newestFirst, order: { slack } }: CreationWalk, behind: Prisma.Sql): Prisma.Sql {
  if (!beyond) return Prisma.empty
  const moment = momentOf(beyond[0] ?? '')
  const early = cuidPrefix(moment - slack)
  const late = cuidPrefix(moment + slack + 1)
  return newestFirst
    ? Prisma.sql`and r.id < ${late} and (r.id < ${early} or (true ${behind}))`
    : Prisma.sql`and r.id >= ${early} and (r.id >= ${late} or (true ${behind}))`
}

/** As for the cursor: only near to the end the places themselves have to be compared. */
function nearEnd({ until, newestFirst, order: { slack } }: CreationWalk, before: Prisma.Sql): Prisma.Sql {
  if (!until) return Prisma.empty
  const early = cuidPrefix(until.getTime() - slack)
  const late = cuidPrefix(until.getTime() + slack + 1)
  return newestFirst
    ? Prisma.sql`and r.id >= ${early} and (r.id >= ${late} or (true ${before}))`
    : Prisma.sql`and r.id < ${late} and (r.id < ${early} or (true ${before}))`
}

function timestamp(at: Date): Prisma.Sql {
  return Prisma.sql`${at.toISOString().replace('Z', '')}::timestamp`
}

/** Milliseconds of the epoch of a timestamp as Postgres prints it in JSON, which says nothing of the zone. */
export function momentOf(at: string): number {
  if (at.endsWith('infinity')) return at.startsWith('-') ? -Infinity : Infinity
  return Date.parse(`${at.replace(/\+00:00$/, '')}Z`)
}
