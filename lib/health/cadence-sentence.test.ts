import { describe, expect, it } from 'vitest'
import { DAY, HOUR } from './active-time'
import type { Cadence, Silence } from './cadence'
import { cadenceSentence, durationWords } from './cadence-sentence'
import { ALWAYS, type Rhythm } from './rhythm'

const MINUTE = HOUR / 60
const weekdays: Rhythm = { hours: ALWAYS.hours.map((_, at) => at < 120), daysOff: [5, 6], between: null }
const office: Rhythm = {
  hours: weekdays.hours.map((active, at) => active && at % 24 >= 7 && at % 24 < 17),
  daysOff: [5, 6],
  between: { from: 7, to: 17 },
}

const cadence = (typical: number, more: Partial<Cadence> = {}): Cadence => ({
  syncs: 100,
  rhythm: ALWAYS,
  typical,
  usual: typical,
  longest: typical,
  tolerated: 3 * typical,
  confidence: 'high',
  ...more,
})
const quiet = (silentFor: number): Silence => ({ quiet: true, silentFor, expectedWithin: 1 })
const fine = (silentFor: number): Silence => ({ quiet: false, silentFor, expectedWithin: 1 })

describe('the sentence of a silence', () => {
  it.each([
    [
      cadence(2 * HOUR, { rhythm: weekdays }),
      quiet(3 * DAY),
      'Usually something every 2 hours on weekdays; nothing for 3 days.',
    ],
    [
      cadence(10 * HOUR, { rhythm: office }),
      quiet(9 * DAY),
      'Usually something every day on weekdays between 07:00 and 17:00 UTC; nothing for 9 days.',
    ],
    [
      cadence(HOUR, { rhythm: { ...weekdays, daysOff: [4, 5] } }),
      fine(HOUR),
      'Usually something every hour except on Fridays and Saturdays; the last 1 hour ago.',
    ],
    [cadence(DAY, { confidence: 'low' }), fine(30_000), 'So far something every day; the last just now.'],
    [
      cadence(HOUR, { usual: 30 * DAY }),
      quiet(80 * DAY),
      'Usually something every hour, with pauses of up to 1 month; nothing for 3 months.',
    ],
  ])('%#', (known, silence, sentence) => {
    expect(cadenceSentence(known, silence)).toBe(sentence)
  })

  it.each([
    [0, '1 minute'],
    [45 * MINUTE, '45 minutes'],
    [59 * MINUTE, '1 hour'],
    [75 * MINUTE, '1 hour'],
    [100 * MINUTE, '2 hours'],
    [23.8 * HOUR, '1 day'],
    [30 * HOUR, '30 hours'],
    [2.6 * DAY, '3 days'],
    [7 * DAY, '1 week'],
    [31 * DAY, '1 month'],
    [26 * DAY, '4 weeks'],
    [92 * DAY, '3 months'],
  ])('%d ms is %s', (duration, words) => {
    expect(durationWords(duration)).toBe(words)
  })
})
