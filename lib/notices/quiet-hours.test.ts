import { TZDate } from '@date-fns/tz'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isQuiet } from './quiet-hours'
import type { QuietHours } from './schema'

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]
const DAY = 24 * 60
const at = (iso: string) => new Date(iso)

/** Every minute of a week, Monday 00:00 first, painted from each beginning to its end. */
function paintedWeek({ from, to, days }: QuietHours): boolean[] {
  const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
  const lasts = (minuteOf(to) - minuteOf(from) + DAY) % DAY || DAY
  const week = Array.from({ length: 7 * DAY }, () => false)
  for (const day of days)
    for (let minute = 0; minute < lasts; minute += 1)
      week[((day - 1) * DAY + minuteOf(from) + minute) % (7 * DAY)] = true
  return week
}

describe('quiet hours', () => {
  it('last over midnight, on the days on which they begin', () => {
    const hours: QuietHours = { from: '22:00', to: '07:00', days: [5], timeZone: 'UTC' }
    const quiet = (iso: string) => isQuiet(hours, at(iso))
    // 2026-11-27 is a Friday.
    expect(quiet('2026-11-27T21:59:59Z')).toBe(false)
    expect(quiet('2026-11-27T22:00:00Z')).toBe(true)
    expect(quiet('2026-11-28T06:59:59Z')).toBe(true)
    expect(quiet('2026-11-28T07:00:00Z')).toBe(false)
    expect(quiet('2026-11-28T23:00:00Z')).toBe(false)
    expect(quiet('2026-11-27T03:00:00Z')).toBe(false)
  })

  it('end by the clock on the wall, also in the nights in which it is changed', () => {
    const hours: QuietHours = { from: '22:00', to: '07:00', days: EVERY_DAY, timeZone: 'Europe/Berlin' }
    const quiet = (iso: string) => isQuiet(hours, at(iso))
    // In spring 07:00 is at 05:00 UTC and the night an hour shorter; in autumn it is at 06:00 UTC and longer.
    expect([quiet('2026-03-28T21:00:00Z'), quiet('2026-03-29T04:59:00Z'), quiet('2026-03-29T05:00:00Z')]).toEqual([
      true,
      true,
      false,
    ])
    expect([quiet('2026-10-24T20:00:00Z'), quiet('2026-10-25T05:59:00Z'), quiet('2026-10-25T06:00:00Z')]).toEqual([
      true,
      true,
      false,
    ])
    const twice: QuietHours = { from: '02:00', to: '03:00', days: EVERY_DAY, timeZone: 'Europe/Berlin' }
    expect([isQuiet(twice, at('2026-10-25T00:30:00Z')), isQuiet(twice, at('2026-10-25T01:30:00Z'))]).toEqual([
      true,
      true,
    ])
  })

  it('are at any moment, in any zone, what a week painted minute by minute says', () => {
    const time = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'))
    const zone = fc.constantFrom(
      'UTC',
      'Europe/Berlin',
      'America/St_Johns',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
      'Pacific/Apia',
    )
    // Half of them around the changes of clocks.
    const moment = fc.oneof(
      fc.date({ min: at('2024-01-01T00:00:00Z'), max: at('2027-12-31T00:00:00Z'), noInvalidDate: true }),
      fc
        .tuple(
          fc.constantFrom('2026-03-29', '2026-10-25', '2026-03-08', '2026-11-01', '2026-04-04', '2026-10-03'),
          fc.nat(2 * DAY),
        )
        .map(([day, minutes]) => new Date(at(`${day}T00:00:00Z`).getTime() + minutes * 60_000)),
    )
    fc.assert(
      fc.property(
        time,
        time,
        fc.subarray(EVERY_DAY, { minLength: 1 }),
        zone,
        moment,
        (from, to, days, timeZone, now) => {
          const hours = { from, to, days, timeZone }
          const wall = new TZDate(now.getTime(), timeZone)
          const minute = ((wall.getDay() + 6) % 7) * DAY + wall.getHours() * 60 + wall.getMinutes()
          expect(isQuiet(hours, now)).toBe(paintedWeek(hours)[minute])
        },
      ),
      { numRuns: 400 },
    )
  })
})
