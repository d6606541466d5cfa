import { describe, expect, it } from 'vitest'
import { lifeOf, type StoredTimes } from './credential-life'

const MOMENT = '2026-03-01T12:00:00.000Z'
const seconds = Date.parse(MOMENT) / 1_000

describe('when a credential ends', () => {
  it.each<[StoredTimes, string | null]>([
    [{ expiresat: seconds }, MOMENT],
    [{ expiresat: seconds * 1_000 }, MOMENT],
    [{ expiresat: String(seconds) }, MOMENT],
    [{ expiresat: '2026-03-01T12:00:00Z' }, MOMENT],
    [{ expiresat: '2026-03-01 13:00:00+01:00' }, MOMENT],
    [{ expiresat: '2026-03-01T12:00:00' }, MOMENT],
    [{ expirydate: '2026-03-01' }, '2026-03-01T00:00:00.000Z'],
    [{ exp: seconds }, MOMENT],
    [{ expiresin: 3_600, createdat: seconds - 3_600 }, MOMENT],
    [{ expiresin: '3600', iat: '2026-03-01T11:00:00Z' }, MOMENT],
    [{ expiresin: 3_600 }, null],
    [{ createdat: seconds }, null],
    [{ expiresat: 1, exp: seconds }, MOMENT],
    [{ expiresat: 'secret-1234' }, null],
    [{ expiresat: 'March 1' }, null],
    [{ expiresat: -5 }, null],
    [{ expiresat: 1e300 }, null],
    [{ expiresat: '' }, null],
    [{}, null],
  ])('%j says %s', (times, expected) => {
    expect(lifeOf(times, false).expiresAt).toBe(expected)
  })

  it('tells what renews it apart', () => {
    expect(lifeOf({ refreshtokenexpiresat: seconds }, true)).toEqual({
      expiresAt: null,
      renewableUntil: MOMENT,
      renewable: true,
    })
  })
})
