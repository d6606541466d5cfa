import 'server-only'
import { z } from 'zod'
import { database } from '../db/client'
import type { PrismaClient } from '../db/generated/client'
import { inTransaction } from '../db/in-transaction'

/** Bytes of the table of records up to which it is counted while someone waits: some 20 ms. */
const SMALL_TABLE = 32 * 2 ** 20
/** Milliseconds that a count may take, and the least between two of them. */
const BUDGET = 180_000
const PAUSE = 5 * 60_000
/** Counting may take this part of the time. */
const SHARE = 1 / 50
const MOST_TYPES = 100
/** Days of which deletions are told. */
const DAYS = 8

const body = z.object({
  types: z.array(
    z.object({
      entityType: z.string(),
      active: z.number(),
      archived: z.number(),
      deleted: z.number(),
      failed: z.number(),
    }),
  ),
  /** Milliseconds since the epoch at which an hour began, and how many records were soft-deleted in it. */
  deletions: z.array(z.tuple([z.number(), z.number()])),
})

/** Numbers of records as they were at a moment. `failed` are live ones with a failed enrichment. */
export type RecordSampleBody = z.infer<typeof body>

/** Whether counting all records takes no time worth speaking of. */
export async function isSmall(db: PrismaClient, bytes = SMALL_TABLE): Promise<boolean> {
  const [row] = await db.$queryRaw<{ small: boolean }[]>`
    select pg_relation_size('mastra.records'::regclass) <= ${bytes}::float8 as small`
  return row?.small ?? true
}

/** The latest sample and its moment; null when there is none yet. */
export async function latestSample(): Promise<(RecordSampleBody & { at: Date }) | null> {
  const row = await database().recordSample.findUnique({ where: { id: 1 } })
  return row && { at: row.at, ...body.parse(row.body) }
}

/**
 * Counts what needs all records to be read, for a large table and at most for a fiftieth of the time, so that nobody has to wait for
 * it. Any number of processes may be told to: one does. Whether it counted.
 */
export async function sampleRecords(now = new Date(), smallTable = SMALL_TABLE): Promise<boolean> {
  if (await isSmall(database(), smallTable)) return false
  return inTransaction(
    database(),
    async (tx) => {
      const [lock] = await tx.$queryRaw<{ held: boolean }[]>`
        select pg_try_advisory_xact_lock(hashtextextended('mastra_admin.record_sample', 0)) as held,
          set_config('statement_timeout', ${String(BUDGET)}, true)`
      if (!lock?.held) return false
      const last = await tx.recordSample.findUnique({ where: { id: 1 } })
      if (last && now.getTime() - last.at.getTime() < Math.max(PAUSE, last.took / SHARE)) return false
      const began = performance.now()
      const types = await tx.$queryRaw<RecordSampleBody['types']>`
        select "entityType", count(*) filter (where "deletedAt" is null and status = 'ACTIVE')::float8 as active,
          count(*) filter (where "deletedAt" is null and status = 'ARCHIVED')::float8 as archived,
          count(*) filter (where "deletedAt" is not null)::float8 as deleted,
          count(*) filter (where "deletedAt" is null and "enrichmentStatus" = 'FAILED')::float8 as failed
        from mastra.records group by 1 order by count(*) desc, 1 limit ${MOST_TYPES}`
      const deletions = await tx.$queryRaw<{ hour: number; count: number }[]>`
        select extract(epoch from date_trunc('hour', "deletedAt"))::float8 * 1000 as hour, count(*)::float8 as count
        from mastra.records
        where "deletedAt" >= ${new Date(now.getTime() - DAYS * 86_400_000)}::timestamptz at time zone 'UTC'
          and "deletedAt" <= ${now}::timestamptz at time zone 'UTC' group by 1 order by 1`
      const took = Math.round(performance.now() - began)
      const sample = { at: now, took, body: { types, deletions: deletions.map(({ hour, count }) => [hour, count]) } }
      await tx.recordSample.upsert({ where: { id: 1 }, create: { id: 1, ...sample }, update: sample })
      return true
    },
    { maxWait: 5_000, timeout: 3 * BUDGET },
  )
}
