import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { activeClock, DAY, HOUR, HOURS_OF_WEEK, hourOfWeek, WEEK } from './active-time'

const MONDAY = Date.UTC(2026, 0, 5)
const weekdays = activeClock(Array.from({ length: HOURS_OF_WEEK }, (_, hour) => hour < 120))

describe('a clock of active time', () => {
  it('stands still on weekends', () => {
    expect(hourOfWeek(MONDAY)).toBe(0)
    expect(hourOfWeek(MONDAY - 1)).toBe(167)
    expect(weekdays.between(MONDAY + 4 * DAY, MONDAY + 8 * DAY)).toBe(2 * DAY)
    expect(weekdays.after(MONDAY + 4 * DAY, DAY)).toBe(MONDAY + 5 * DAY)
    expect(weekdays.after(MONDAY + 5.5 * DAY, HOUR)).toBe(MONDAY + WEEK + HOUR)
  })

  it('tells when so much of it has passed', () => {
    const hours = fc
      .array(fc.boolean(), { minLength: HOURS_OF_WEEK, maxLength: HOURS_OF_WEEK })
      .filter((flags) => flags.includes(true))
    const moment = fc.integer({ min: -50 * WEEK, max: 50 * WEEK }).map((offset) => MONDAY + offset)
    fc.assert(
      fc.property(hours, moment, fc.integer({ min: 1, max: 20 * WEEK }), (flags, from, active) => {
        const { between, after } = activeClock(flags)
        const end = after(from, active)
        expect(between(from, end)).toBe(active)
        expect(between(from, end - 1)).toBe(active - 1)
      }),
    )
  })
})
