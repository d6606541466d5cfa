import { describe, expect, it } from 'vitest'
import { readExpiry } from './credential-expiry'

describe('the end of a credential', () => {
  it.each([
    ['1767225600', '2026-01-01T00:00:00.000Z'],
    ['1767225600000', '2026-01-01T00:00:00.000Z'],
    ['2026-01-01', '2026-01-01T00:00:00.000Z'],
    ['2026-01-01 10:30:00', '2026-01-01T10:30:00.000Z'],
    ['2026-01-01T10:30:00+02:00', '2026-01-01T08:30:00.000Z'],
    ['2026-13-45', null],
    ['3600', null],
    ['soon', null],
    ['', null],
    ['99999999999999', null],
  ])('%s is %s', (value, iso) => {
    expect(readExpiry(value)?.toISOString() ?? null).toBe(iso)
  })
})
