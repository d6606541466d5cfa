import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyBucket, isToBeTold, take } from './bucket'

const rate = { perMinute: 60, atOnce: 10 }

describe('a bucket that drains', () => {
  it('takes so many at once, then says how long to wait, and has room again after that', () => {
    const bucket = emptyBucket(0)
    for (let index = 0; index < 10; index += 1) expect(take(bucket, rate, 0)).toBe(0)
    expect(take(bucket, rate, 0)).toBe(1_000)
    expect(take(bucket, rate, 400)).toBe(600)
    expect(take(bucket, rate, 1_000)).toBe(0)
    expect(take(bucket, rate, 1_000)).toBe(1_000)
  })

  it('never lets more through than its rate, however they come', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3_000 }), { maxLength: 300 }), (gaps) => {
        const bucket = emptyBucket(0)
        let now = 0
        let taken = 0
        for (const gap of gaps) {
          now += gap
          if (take(bucket, rate, now) === 0) taken += 1
        }
        expect(taken).toBeLessThanOrEqual(rate.atOnce + now / 1_000)
      }),
    )
  })

  it('counts a refusal for nothing: whoever goes on asking waits no longer for it', () => {
    const bucket = emptyBucket(0)
    for (let index = 0; index < 100; index += 1) take(bucket, rate, 0)
    expect(take(bucket, rate, 0)).toBe(1_000)
  })

  it('is told to the others now and then, and never when there is nothing to tell', () => {
    const bucket = emptyBucket(0)
    expect(isToBeTold(bucket, { perMinute: 60, atOnce: 100 }, 60_000)).toBe(false)
    take(bucket, rate, 0)
    expect(isToBeTold(bucket, { perMinute: 60, atOnce: 100 }, 0)).toBe(false)
    expect(isToBeTold(bucket, { perMinute: 60, atOnce: 100 }, 5_000)).toBe(true)
    expect(isToBeTold(bucket, rate, 0)).toBe(true)
  })
})
