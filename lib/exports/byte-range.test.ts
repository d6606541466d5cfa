import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readByteRange } from './byte-range'

describe('a range of bytes', () => {
  it('is read as RFC 9110 says', () => {
    expect(readByteRange('bytes=0-499', 10_000)).toEqual({ first: 0, last: 499 })
    expect(readByteRange('bytes=9500-', 10_000)).toEqual({ first: 9_500, last: 9_999 })
    expect(readByteRange('bytes=-500', 10_000)).toEqual({ first: 9_500, last: 9_999 })
    expect(readByteRange('bytes=-20000', 10_000)).toEqual({ first: 0, last: 9_999 })
    expect(readByteRange('bytes=9999-20000', 10_000)).toEqual({ first: 9_999, last: 9_999 })
    for (const none of ['bytes=10000-', 'bytes=10000-10001', 'bytes=-0'])
      expect(readByteRange(none, 10_000)).toBe('none')
    for (const whole of [null, '', 'bytes=-', 'bytes=5-4', 'bytes=0-1,3-4', 'rows=0-1', 'bytes=a-b'])
      expect(readByteRange(whole, 10_000)).toBe('whole')
  })

  it('never leaves the file', () => {
    fc.assert(
      fc.property(fc.option(fc.nat()), fc.option(fc.nat()), fc.nat(), (from, to, size) => {
        const range = readByteRange(`bytes=${from ?? ''}-${to ?? ''}`, size)
        if (typeof range === 'string') return
        expect(range.first).toBeGreaterThanOrEqual(0)
        expect(range.first).toBeLessThanOrEqual(range.last)
        expect(range.last).toBeLessThan(size)
      }),
    )
  })
})
