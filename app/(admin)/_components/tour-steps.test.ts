import { expect, it } from 'vitest'
import { TOUR, tourStep } from './tour-steps'

it('is short, and stands at each place once', () => {
  expect(TOUR.length).toBeLessThanOrEqual(5)
  expect(new Set(TOUR.map(({ place }) => place)).size).toBe(TOUR.length)
})

it('goes to the steps there are and to no other', () => {
  expect(tourStep('1')).toBe(1)
  expect(tourStep(String(TOUR.length))).toBe(TOUR.length)
  for (const none of [undefined, '', '0', String(TOUR.length + 1), '-1', '1.5', 'x', ['1', '2']])
    expect(tourStep(none)).toBeNull()
})
