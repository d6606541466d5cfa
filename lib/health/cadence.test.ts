import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DAY, HOUR, WEEK } from './active-time'
import { type Cadence, judgeSilence, learnCadence } from './cadence'
import { syntheticHistories } from './synthetic-histories'

const MINUTE = HOUR / 60
const MONDAY = Date.UTC(2026, 0, 5)

/** Every two hours from 8:00 to 18:00 UTC on weekdays, so many weeks long; the last is on a Friday. */
const officeHours = (weeks: number, from = MONDAY) =>
  Array.from({ length: weeks * 7 }, (_, day) => day)
    .filter((day) => day % 7 < 5)
    .flatMap((day) => [8, 10, 12, 14, 16, 18].map((hour) => from + day * DAY + hour * HOUR))

const daily = (days: number, hour = 3) => Array.from({ length: days }, (_, day) => MONDAY + day * DAY + hour * HOUR)

function learned(times: readonly number[]): Cadence {
  const cadence = learnCadence(times)
  if (!cadence) throw new Error('Too little is known.')
  return cadence
}

/** Whether it is quiet so long after the last of the times. */
const quietAfter = (times: readonly number[], silence: number) => {
  const last = Math.max(...times)
  return judgeSilence(learned(times), last, last + silence).quiet
}

/** Gaps of minutes to days, as a list of moments. */
const moments = fc
  .tuple(
    fc.integer({ min: 0, max: 60 * WEEK }),
    fc.array(fc.integer({ min: 0, max: 3 * DAY }), { minLength: 1, maxLength: 200 }),
  )
  .map(([begin, gaps]) => {
    let at = MONDAY + begin
    return [at, ...gaps.map((gap) => (at += gap))]
  })

describe('the cadence of a connection', () => {
  it('is unknown while there is little of it', () => {
    expect(learnCadence([])).toBeNull()
    expect(learnCadence([MONDAY])).toBeNull()
    expect(learnCadence(daily(7))).toBeNull()
    expect(learnCadence(daily(14))).toBeNull()
    expect(learnCadence(Array.from({ length: 300 }, (_, at) => MONDAY + at * HOUR))).toBeNull()
    expect(learnCadence(daily(15))).not.toBeNull()
  })

  it('takes the records of one sync for one', () => {
    const records = daily(40).flatMap((sync) => Array.from({ length: 12 }, (_, at) => sync + at * 5 * MINUTE))
    expect(learned(records)).toEqual(learned(daily(40)))
    expect(learned(records)).toMatchObject({ syncs: 40, typical: DAY, confidence: 'fair' })
  })

  it('takes a stream without a pause for a sync every ten minutes', () => {
    const stream = Array.from({ length: 20 * 24 * 20 }, (_, at) => MONDAY + at * 3 * MINUTE)
    expect(learned(stream).typical).toBe(12 * MINUTE)
  })

  it('knows weekdays and hours, also where Saturday has begun in UTC', () => {
    expect(learned(officeHours(6)).rhythm).toMatchObject({ daysOff: [5, 6], between: { from: 8, to: 19 } })
    const inCalifornia = officeHours(6, MONDAY + 8 * HOUR)
    expect(learned(inCalifornia).rhythm).toMatchObject({ daysOff: [5, 6], between: { from: 16, to: 3 } })
    const inTokyo = officeHours(6, MONDAY - 9 * HOUR)
    expect(learned(inTokyo).rhythm).toMatchObject({ daysOff: [5, 6], between: { from: 23, to: 10 } })
    expect(learned(daily(40)).rhythm).toMatchObject({ daysOff: [], between: null })
  })
})

describe('a silence', () => {
  it('is none over a weekend, nor over a weekend with holidays on both sides', () => {
    const office = officeHours(6)
    expect(quietAfter(office, 2.5 * DAY)).toBe(false)
    expect(quietAfter(office.slice(0, -6), 4.6 * DAY)).toBe(false)
    expect(quietAfter(office, 7 * DAY)).toBe(true)
    expect(quietAfter(office.slice(0, -18), 3.5 * DAY)).toBe(true)
  })

  it('of a daily job is one after two missed days, not when the clock changes', () => {
    const changed = [...daily(30), ...daily(45, 2).slice(30)]
    expect(quietAfter(daily(30), DAY + HOUR)).toBe(false)
    expect(quietAfter(changed, 2 * DAY)).toBe(false)
    expect(quietAfter(changed, 3 * DAY)).toBe(true)
  })

  it('is judged by the habit, not by one former outage', () => {
    const hourly = Array.from({ length: 400 }, (_, at) => MONDAY + at * HOUR)
    const withOutage = hourly.filter((_, at) => at < 150 || at >= 220)
    expect(learned(withOutage).longest).toBe(71 * HOUR)
    expect(quietAfter(withOutage, 3 * HOUR)).toBe(false)
    expect(quietAfter(withOutage, 6 * HOUR)).toBe(true)
  })

  it('of a monthly connection lasts months', () => {
    const monthly = Array.from({ length: 12 }, (_, month) => Date.UTC(2026, month, 3, 9))
    expect(quietAfter(monthly, 33 * DAY)).toBe(false)
    expect(quietAfter(monthly, 100 * DAY)).toBe(true)
  })

  it('before the last moment, by a clock that is behind, is none', () => {
    expect(judgeSilence(learned(daily(30)), MONDAY, MONDAY - HOUR)).toMatchObject({ quiet: false, silentFor: 0 })
  })
})

describe('whatever the history', () => {
  it('is finite, in any order of the moments, and flags nothing just seen', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 0, max: 400 * DAY }), (times, silence) => {
        const cadence = learnCadence([...times, Number.NaN, Number.POSITIVE_INFINITY])
        expect(learnCadence([...times].reverse())).toEqual(cadence)
        if (!cadence) return
        const last = times.at(-1) ?? 0
        const judged = judgeSilence(cadence, last, last + silence)
        const { typical, usual, longest, tolerated } = cadence
        for (const figure of [typical, usual, longest, tolerated, judged.expectedWithin, judged.silentFor])
          expect(Number.isFinite(figure) && figure >= 0).toBe(true)
        expect(tolerated).toBeGreaterThan(typical)
        expect(judgeSilence(cadence, last, last).quiet).toBe(false)
      }),
    )
  })

  it('stays quiet once it is quiet, on weekends too', () => {
    fc.assert(
      fc.property(moments, fc.nat(400 * DAY), fc.nat(40 * DAY), (times, silence, more) => {
        const cadence = learnCadence(times)
        const last = times.at(-1) ?? 0
        if (!cadence || !judgeSilence(cadence, last, last + silence).quiet) return
        expect(judgeSilence(cadence, last, last + silence + more).quiet).toBe(true)
      }),
    )
  })

  it('is the same whole weeks later', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: -500, max: 500 }), (times, weeks) => {
        const later = times.map((time) => time + weeks * WEEK)
        const cadence = learnCadence(times)
        expect(learnCadence(later)).toEqual(cadence)
        if (!cadence) return
        const [last, lastLater] = [times.at(-1) ?? 0, later.at(-1) ?? 0]
        expect(judgeSilence(cadence, lastLater, lastLater + DAY)).toEqual(judgeSilence(cadence, last, last + DAY))
      }),
    )
  })

  it('is the same with more records in a sync', () => {
    const apart = moments.map((times) => times.map((time, at) => time + at * 20 * MINUTE))
    fc.assert(
      fc.property(apart, fc.nat(30), (times, more) => {
        const crowded = times.flatMap((time) => Array.from({ length: more + 1 }, (_, at) => time + at * 10_000))
        expect(learnCadence(crowded)).toEqual(learnCadence(times))
      }),
    )
  })

  it('takes milliseconds to learn from five hundred moments', () => {
    const longest = syntheticHistories(3, 6).filter(({ times }) => times.length === 500)
    expect(longest.length).toBeGreaterThan(3)
    const began = performance.now()
    for (const { times } of longest) learnCadence(times)
    expect((performance.now() - began) / longest.length).toBeLessThan(20)
  })
})
