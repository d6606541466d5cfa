import 'server-only'
import { cuidPrefix } from '../db/cuid-prefix'
import { type HealthWatch, Prisma } from '../db/generated/client'
import { ORDER_SETTING, readChecked } from '../records/checked-order'
import { type Look, watchState } from './watch-state'
import { KEEP_MOMENTS, markDue } from './write-moments'

/** Records that one step reads along the primary key. */
const STEP = 20_000
/** Milliseconds for which records are left to arrive: clocks differ, and a transaction commits later than its ids were made. */
export const LAG = 5 * 60_000
/** Days of which the records of each hour are counted. */
export const COUNTED_DAYS = 100
/** Reading all records may take this part of the time. */
const READ_SHARE = 1 / 50
const DAY = 86_400_000

/** How far a step came: whether records that were created since, or before anyone watched, are still to be read. */
export interface Read {
  more: 'new' | 'old' | null
}

/**
 * Reads some of the records that were not read yet: when those of each connection were created, and how many in each hour. Where ids are
 * in the order of creation (docs/decisions/009) each record is read once, along the primary key, the new ones first and then those from
 * before anyone watched, so that the cost is that of what was created. Elsewhere all are read each time, at most for a fiftieth of the
 * time; that costs some 20 ms in a table that is too small for its order to be known.
 */
export async function readRecords({ tx, now }: Look): Promise<Read> {
  const watch = await watchState(tx)
  const setting = await tx.setting.findUnique({ where: { name: ORDER_SETTING } })
  if (!setting || !readChecked(setting.value).suitable) return readAll({ tx, now }, watch)
  const bound = cuidPrefix(now.getTime() - LAG)
  if (watch.tail === null) return begin({ tx, now }, bound)
  const fresh = await count({ tx, now }, between(watch.tail, bound))
  if (fresh.count === STEP) {
    await tx.healthWatch.update({ where: { id: 1 }, data: { tail: fresh.last } })
    return { more: 'new' }
  }
  await countExceptions({ tx, now }, watch)
  const reached = {
    tail: bound > watch.tail ? bound : watch.tail,
    readUntil: new Date(now.getTime() - LAG),
    readAt: now,
  }
  await tx.healthWatch.update({ where: { id: 1 }, data: reached })
  if (watch.back === null) return { more: null }
  const old = await count({ tx, now }, before(watch.back))
  const back = old.count === STEP ? old.first : null
  await tx.healthWatch.update({ where: { id: 1 }, data: { back } })
  return { more: back === null ? null : 'old' }
}

async function begin({ tx, now }: Look, bound: string): Promise<Read> {
  await tx.activityHour.deleteMany()
  const readUntil = new Date(now.getTime() - LAG)
  await tx.healthWatch.update({ where: { id: 1 }, data: { tail: bound, back: bound, readUntil, readAt: now } })
  return { more: 'old' }
}

async function readAll({ tx, now }: Look, watch: HealthWatch): Promise<Read> {
  const rest = (watch.readTook ?? 0) / READ_SHARE
  if (watch.readAt && now.getTime() - watch.readAt.getTime() < rest) return { more: null }
  const began = performance.now()
  const source = Prisma.sql`select id, "entityId", "createdAt" from mastra.records`
  await tx.$queryRaw`${counting(now, source, Prisma.sql`excluded.records`)} select 1`
  const readTook = Math.round(performance.now() - began)
  const reached = { tail: null, back: null, readUntil: now, readAt: now, readTook }
  await tx.healthWatch.update({ where: { id: 1 }, data: reached })
  return { more: null }
}

const COLUMNS = Prisma.sql`select id, "entityId", "createdAt" from mastra.records`
const between = (tail: string, bound: string) =>
  Prisma.sql`${COLUMNS} where id > ${tail} and id < ${bound} order by id limit ${STEP}`
const before = (back: string) => Prisma.sql`${COLUMNS} where id < ${back} order by id desc limit ${STEP}`

async function count({ tx, now }: Look, source: Prisma.Sql): Promise<{ count: number; first: string; last: string }> {
  const [row] = await tx.$queryRaw<{ count: number; first: string | null; last: string | null }[]>`
    ${counting(now, source, Prisma.sql`a.records + excluded.records`)}
    select count(*)::int as count, min(id) as first, max(id) as last from source`
  return { count: row?.count ?? 0, first: row?.first ?? '', last: row?.last ?? '' }
}

/** Records whose ids do not tell when they were created are seen for the habit; they are few, and counted only where the walk meets them. */
async function countExceptions({ tx, now }: Look, { readUntil }: HealthWatch): Promise<void> {
  const since = new Date((readUntil ?? new Date(0)).getTime() - DAY)
  await tx.$queryRaw`
    with source as materialized (
      select r."entityId", r."createdAt" from mastra_admin.record_exception x join mastra.records r on r.id = x.id
      where x.created_at >= ${since}::timestamptz at time zone 'UTC'),
    hours as (${HOURS} where ${plausible(now)} ${PER_HOUR}),
    found as (select * from hours where connection_id is not null),
    kept as (${KEEP_MOMENTS})
    ${markDue(now)} returning 1`
}

const HOURS = Prisma.sql`
  select e.k_id as connection_id, coalesce(c.name, '') as integration, min(r."createdAt") at time zone 'UTC' as first_at,
    max(r."createdAt") at time zone 'UTC' as last_at, count(*)::int as records
  from source r left join mastra.entity e on e.id = r."entityId" left join mastra.connections c on c.id = e.k_id`
const PER_HOUR = Prisma.sql`group by e.k_id, c.name, date_trunc('hour', r."createdAt")`
const plausible = (now: Date) =>
  Prisma.sql`isfinite(r."createdAt") and r."createdAt" <= ${now}::timestamptz at time zone 'UTC'`

function counting(now: Date, source: Prisma.Sql, records: Prisma.Sql): Prisma.Sql {
  const since = new Date(now.getTime() - COUNTED_DAYS * DAY)
  return Prisma.sql`
    with source as (${source}),
    hours as (${HOURS} where ${plausible(now)} ${PER_HOUR}),
    found as (select * from hours where connection_id is not null),
    kept as (${KEEP_MOMENTS}),
    due as (${markDue(now)}),
    counted as (
      insert into mastra_admin.activity_hour as a (hour, integration, records)
      select date_trunc('hour', first_at, 'UTC'), integration, sum(records)::int from hours
      where first_at >= ${since}::timestamptz group by 1, 2 order by 1, 2
      on conflict (hour, integration) do update set records = ${records})`
}
