import 'server-only'
import { createHmac } from 'node:crypto'
import { sessionSecret } from '../auth/secret'
import { database } from '../db/client'
import { env } from '../env'
import { describeError, log } from '../log'
import { type Bucket, costOf, emptyBucket, isToBeTold, type Rate, take } from './bucket'
import { RATES, type RateKind } from './rates'

/** Buckets that a process remembers; above that the empty ones are let go of. */
const MOST = 20_000

// Kept on globalThis: what looks at a request before its page and what answers it are bundled apart.
const shared = globalThis as typeof globalThis & { mastraAdminBuckets?: Map<string, Bucket> }
shared.mastraAdminBuckets ??= new Map()
const buckets = shared.mastraAdminBuckets

/**
 * Counts a request of this kind by `who`; 0, or the milliseconds to wait. No round trip to the database: each process counts by itself and tells the
 * others now and then, without anyone waiting for it, so that several let through a tenth of a burst each too much at most (docs/decisions/037).
 */
export function limit(kind: RateKind, who: string, now = Date.now()): number {
  const rate = rateOf(kind)
  if (!rate) return 0
  const key = `${kind}:${who}`
  const bucket = bucketOf(key, now)
  const wait = take(bucket, rate, now)
  if (isToBeTold(bucket, rate, now)) void tell(key, bucket, rate)
  return wait
}

function rateOf(kind: RateKind): Rate | null {
  const { RATE_LIMIT_FACTOR: factor } = env()
  const { perMinute, atOnce } = RATES[kind]
  return factor === 0 ? null : { perMinute: perMinute * factor, atOnce: Math.max(1, atOnce * factor) }
}

function bucketOf(key: string, now: number): Bucket {
  const known = buckets.get(key)
  if (known) return known
  if (buckets.size >= MOST)
    for (const [old, { drainedAt, untold }] of buckets) if (drainedAt <= now && untold === 0) buckets.delete(old)
  const bucket = emptyBucket(now)
  buckets.set(key, bucket)
  return bucket
}

/**
 * Adds what came in here to what all have counted, and takes that over. One statement on one row. While the database is away each process goes on
 * counting by itself. Exported for its test.
 */
export async function tell(key: string, bucket: Bucket, rate: Rate): Promise<void> {
  const told = bucket.untold
  bucket.untold = 0
  bucket.toldAt = Date.now()
  try {
    const more = told * costOf(rate)
    const [row] = await database().$queryRaw<{ ahead: number }[]>`
      insert into mastra_admin.rate_bucket as b (key, drained_at)
      values (${await hashed(key)}, clock_timestamp() + make_interval(secs => ${more / 1_000}::float8))
      on conflict (key) do update set
        drained_at = greatest(b.drained_at, clock_timestamp()) + make_interval(secs => ${more / 1_000}::float8)
      returning (extract(epoch from drained_at - clock_timestamp()) * 1000)::float8 as ahead`
    // By the distance and not by the time of day, which no two machines agree on; with what came in here meanwhile.
    if (row) bucket.drainedAt = Math.max(bucket.drainedAt, Date.now() + row.ahead + bucket.untold * costOf(rate))
  } catch (error) {
    log.debug({ error: describeError(error) }, 'what was counted for the limits was not told to the other instances')
  }
}

/** The table holds no address and no one's id, only what this installation's secret makes of it. */
async function hashed(key: string): Promise<string> {
  return createHmac('sha256', await sessionSecret())
    .update(`rate:${key}`)
    .digest('base64url')
}

/** Lets go of buckets that have drained. */
export async function sweepBuckets(): Promise<void> {
  await database().$executeRaw`delete from mastra_admin.rate_bucket where drained_at < clock_timestamp()`
}
