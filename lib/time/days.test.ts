import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lastDays } from './days'

const iso = (days: Date[]) => days.map((day) => day.toISOString())

describe('the last days', () => {
  it('begin at midnight where the person is', () => {
    const now = new Date('2026-03-30T01:30:00Z')
    expect(iso(lastDays({ now, timeZone: 'UTC' }, 2))).toEqual(['2026-03-29T00:00:00.000Z', '2026-03-30T00:00:00.000Z'])
    // Summer time began on the 29th: that day has 23 hours.
    expect(iso(lastDays({ now, timeZone: 'Europe/Berlin' }, 2))).toEqual([
      '2026-03-28T23:00:00.000Z',
      '2026-03-29T22:00:00.000Z',
    ])
    expect(iso(lastDays({ now, timeZone: 'America/New_York' }, 1))).toEqual(['2026-03-29T04:00:00.000Z'])
  })

  it('are those of the calendar, which has left one out here and there', () => {
    const now = new Date('2011-12-31T12:00:00Z')
    expect(iso(lastDays({ now, timeZone: 'Pacific/Apia' }, 3))).toEqual([
      '2011-12-29T10:00:00.000Z',
      '2011-12-30T10:00:00.000Z',
      '2011-12-31T10:00:00.000Z',
    ])
  })

  it('ascend, and the last has begun', () => {
    const when = fc.date({ min: new Date('1990-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
    const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'America/Sao_Paulo', 'Asia/Kolkata', 'Pacific/Apia')
    fc.assert(
      fc.property(when, zone, (now, timeZone) => {
        const days = lastDays({ now, timeZone }, 30).map((day) => day.getTime())
        expect(days.every((day, at) => at === 0 || day > (days[at - 1] ?? 0))).toBe(true)
        expect(days.at(-1)).toBeLessThanOrEqual(now.getTime())
      }),
    )
  })
})
