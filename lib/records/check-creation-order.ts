import 'server-only'
import { cuidPrefix } from '../db/cuid-prefix'
import type { Prisma, PrismaClient } from '../db/generated/client'
import { inTransaction } from '../db/in-transaction'
import { type CheckedOrder, ORDER_SETTING, readChecked } from './checked-order'

/** No cuid of a record is older, so that what lies before it in the order of ids is no cuid, or a clock that was wrong. */
const EARLIEST = Date.parse('2015-01-01T00:00:00Z')
/** Milliseconds that a writer may take from making an id to committing its row; what is younger is read by its creation time. */
const IN_FLIGHT = 60_000
/** Milliseconds by which creation times may differ from their ids' before a record counts as an exception; the least that serves is taken. */
const SLACKS = [100, 500, 2_000, 10_000, 60_000, 600_000]
/** Exceptions up to which a smaller slack is preferred, and above which the primary key is no order of creation. */
const FEW = 1_000
const MOST = 20_000
/** Milliseconds that a check may take. */
const BUDGET = 120_000

type Tx = Prisma.TransactionClient

/**
 * Reads the whole table once: how far creation times are from the times in the ids, and which records are further off than the rest.
 * Keeps the answer in our own schema. Does nothing while another instance is at it.
 */
export function checkOrder(db: PrismaClient): Promise<void> {
  return alone(db, async (tx) => {
    const began = Date.now()
    const written = await writesTo(tx)
    const range = { low: cuidPrefix(EARLIEST), high: cuidPrefix(began - IN_FLIGHT) }
    const furthest = await furthestOff(tx, range, MOST + 1)
    const strangers = await strangersTo(tx, range)
    const slack = slackFor(furthest.map((row) => row.off))
    const suitable = slack !== null && strangers <= MOST && (await ordersLikeBytes(tx))
    const exceptions = suitable ? furthest.filter((row) => row.off > slack) : []
    await tx.$executeRaw`delete from mastra_admin.record_exception`
    await addExceptions(tx, exceptions)
    const times = { checkedAt: began, advancedAt: began, took: Date.now() - began }
    await keep(tx, { suitable, ...range, slack: slack ?? 0, ...times, written })
  })
}

/** Brings the range of the last check up to now, by reading only what came since. */
export function advanceOrder(db: PrismaClient): Promise<void> {
  return alone(db, async (tx) => {
    const kept = await tx.setting.findUnique({ where: { name: ORDER_SETTING } })
    if (!kept) return
    const found = readChecked(kept.value)
    const began = Date.now()
    const range = { low: found.high, high: cuidPrefix(began - IN_FLIGHT) }
    if (range.high <= range.low) return
    const furthest = await furthestOff(tx, range, MOST + 1)
    const exceptions = furthest.filter((row) => row.off > found.slack)
    const present = await tx.recordException.count()
    const suitable = found.suitable && present + exceptions.length <= MOST
    await addExceptions(tx, exceptions)
    await keep(tx, { ...found, suitable, high: range.high, advancedAt: began })
  })
}

/** In one transaction, unless another instance holds the lock. */
async function alone(db: PrismaClient, work: (tx: Tx) => Promise<void>): Promise<void> {
  await inTransaction(
    db,
    async (tx) => {
      const [lock] = await tx.$queryRaw<{ held: boolean }[]>`
        select pg_try_advisory_xact_lock(hashtext(${ORDER_SETTING})) as held`
      if (!lock?.held) return
      await tx.$queryRaw`select set_config('statement_timeout', ${String(BUDGET)}, true)`
      await work(tx)
    },
    { timeout: BUDGET * 2 },
  )
}

interface Off {
  id: string
  /** Milliseconds; infinite for an id that is no cuid. */
  off: number
}

/** The records of the range whose creation time is furthest from their ids', the furthest first. */
function furthestOff(tx: Tx, { low, high }: { low: string; high: string }, limit: number): Promise<Off[]> {
  return tx.$queryRaw<Off[]>`
    select id, case when octet_length(id) = 25 and isfinite("createdAt")
        then abs(extract(epoch from "createdAt" - mastra_admin.cuid_time(id)) * 1000)::float8 else 'infinity' end as off
    from mastra.records where id >= ${low} and id < ${high} order by off desc limit ${limit}`
}

/** How many records lie outside of the range before it, or among ids of the far future; more than `MOST` is all the same. */
async function strangersTo(tx: Tx, { low }: { low: string }): Promise<number> {
  const future = cuidPrefix(Date.now() + 86_400_000)
  const [row] = await tx.$queryRaw<{ count: bigint }[]>`
    select count(*) from (select from mastra.records where id < ${low} or id >= ${future} limit ${MOST + 1}) as outside`
  return Number(row?.count ?? 0)
}

/** The least slack that leaves few exceptions, or not too many; null when none does. `offs` is in falling order. */
function slackFor(offs: readonly number[]): number | null {
  const left = (slack: number) => offs.filter((off) => off > slack).length
  return SLACKS.find((slack) => left(slack) <= FEW) ?? SLACKS.findLast((slack) => left(slack) <= MOST) ?? null
}

/** Whether this database sorts ids as their bytes: there are languages with letters of two characters, such as `ch`. */
async function ordersLikeBytes(tx: Tx): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ alike: boolean }[]>`
    with digits as (select substr('0123456789abcdefghijklmnopqrstuvwxyz', n, 1) as digit from generate_series(1, 36) n),
      words as (select 'c' || a.digit || b.digit || c.digit as word from digits a, digits b, digits c)
    select bool_and(word > before) as alike from (select word, lag(word) over (order by word collate "C") as before from words) as pairs`
  return row?.alike ?? false
}

async function addExceptions(tx: Tx, exceptions: readonly Off[]): Promise<void> {
  const ids = exceptions.map((row) => row.id)
  if (ids.length === 0) return
  await tx.$executeRaw`
    insert into mastra_admin.record_exception (id, created_at)
    select id, "createdAt" from mastra.records where id = any (${ids})
    on conflict (id) do update set created_at = excluded.created_at`
}

async function writesTo(tx: Tx): Promise<number> {
  const [row] = await tx.$queryRaw<{ written: number }[]>`
    select (pg_stat_get_tuples_inserted(oid) + pg_stat_get_tuples_updated(oid))::float8 as written
    from pg_class where oid = 'mastra.records'::regclass`
  return row?.written ?? 0
}

async function keep(tx: Tx, found: CheckedOrder): Promise<void> {
  const value = JSON.stringify(found)
  await tx.setting.upsert({
    where: { name: ORDER_SETTING },
    create: { name: ORDER_SETTING, value },
    update: { value },
  })
}
