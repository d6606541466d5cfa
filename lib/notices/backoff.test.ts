import fc from 'fast-check'
import { expect, it } from 'vitest'
import { GIVEN_UP_AFTER, nextTry } from './backoff'

const start = new Date('2026-11-27T00:00:00Z')

/** The seconds between tries, until it is given up. */
function waits(random: () => number): number[] {
  const seconds: number[] = []
  let now = start
  for (let tries = 1; tries < 1_000; tries += 1) {
    const next = nextTry(tries, { dueSince: start, now, random: random() })
    if (!next) return seconds
    seconds.push((next.getTime() - now.getTime()) / 1_000)
    now = next
  }
  throw new Error('It is never given up.')
}

it('waits three times as long each time, up to four hours, and gives up after a day', () => {
  const seconds = waits(() => 0.5)
  expect(seconds.slice(0, 8)).toEqual([10, 30, 90, 270, 810, 2_430, 7_290, 14_400])
  expect(seconds.length).toBe(12)
})

it('whatever chance says, stays within a fifth of it, and ends within the day', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 20, maxLength: 20 }), (chances) => {
      let at = 0
      const seconds = waits(() => chances[at++] ?? 0.5)
      expect(seconds.reduce((sum, wait) => sum + wait, 0) * 1_000).toBeLessThanOrEqual(GIVEN_UP_AFTER)
      expect(seconds[0]).toBeGreaterThanOrEqual(8)
      expect(seconds[0]).toBeLessThanOrEqual(12)
      expect(Math.max(...seconds)).toBeLessThanOrEqual(14_400 * 1.2)
    }),
  )
})
