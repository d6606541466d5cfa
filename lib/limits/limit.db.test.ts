import { beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, withTestDatabase } from '../db/test-database'
import { emptyBucket, take } from './bucket'
import { limit, sweepBuckets, tell } from './limit'
import { RATES } from './rates'

/** Ten seconds for each request, so that nothing drains while the machine has other work. */
const rate = { perMinute: 6, atOnce: 10 }

describe('limits that all instances share', () => {
  let test: TestDatabase
  beforeAll(async () => {
    test = await withTestDatabase()
    return test.drop
  })

  /** One instance that takes so many in, and then tells. */
  const instance = async (key: string, requests: number) => {
    const bucket = emptyBucket(Date.now())
    for (let index = 0; index < requests; index += 1) take(bucket, rate, Date.now())
    await tell(key, bucket, rate)
    return bucket
  }

  it('know what came in elsewhere once it was told', async () => {
    await instance('a', 6)
    const second = await instance('a', 3)
    expect(take(second, rate, Date.now())).toBe(0)
    expect(take(second, rate, Date.now())).toBeGreaterThan(0)
  })

  it('lose nothing when many tell at once', async () => {
    await Promise.all(Array.from({ length: 20 }, () => instance('b', 2)))
    const next = await instance('b', 0)
    // 40 requests of ten seconds each, less what drained while this ran.
    expect(next.drainedAt - Date.now()).toBeGreaterThan(300_000)
  })

  it('keep neither addresses nor ids', async () => {
    await instance('address:192.0.2.7', 1)
    expect(JSON.stringify(await test.client.rateBucket.findMany())).not.toContain('192.0.2')
  })

  it('count each kind and each person apart', () => {
    const now = Date.now()
    for (let index = 0; index < RATES.export.atOnce; index += 1) expect(limit('export', 'one', now)).toBe(0)
    expect(limit('export', 'one', now)).toBeGreaterThan(0)
    expect(limit('export', 'two', now)).toBe(0)
    expect(limit('page', 'one', now)).toBe(0)
  })

  it('let go of what has drained', async () => {
    await test.client.rateBucket.updateMany({ data: { drainedAt: new Date(0) } })
    await sweepBuckets()
    // What another test still tells may have come since.
    expect(await test.client.rateBucket.count({ where: { drainedAt: { lt: new Date() } } })).toBe(0)
  })
})
