import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DAY, HOUR, WEEK } from './active-time'
import { judgeSilence, learnCadence } from './cadence'
import { readHabit, storedHabit } from './habit'
import { evidenceOf } from './sentence'

const MONDAY = Date.UTC(2026, 0, 5)

describe('a kept habit', () => {
  it('judges as the one that was learned', () => {
    const gaps = fc.array(fc.integer({ min: HOUR / 2, max: 3 * DAY }), { minLength: 30, maxLength: 120 })
    fc.assert(
      fc.property(gaps, fc.integer({ min: 0, max: 20 * WEEK }), (drawn, silence) => {
        let at = MONDAY
        const times = drawn.map((gap) => (at += gap))
        const learned = learnCadence(times)
        fc.pre(learned !== null)
        const kept = readHabit(JSON.parse(JSON.stringify(learned && storedHabit(learned))))
        expect(kept).toEqual(learned)
        if (learned && kept)
          expect(judgeSilence(kept, at, at + silence)).toEqual(judgeSilence(learned, at, at + silence))
      }),
    )
  })

  it('is none where too little is known, and refuses what is no habit', () => {
    expect(readHabit(null)).toBeNull()
    expect(evidenceOf(null, MONDAY, MONDAY + DAY)).toBeNull()
    expect(() => readHabit({ typical: 1 })).toThrow()
  })
})
