import fc from 'fast-check'
import { expect, it } from 'vitest'
import { placeAfter } from './palette-items'

it('moves on and back around the ends, and to the ends', () => {
  expect([placeAfter('ArrowDown', -1, 3), placeAfter('ArrowDown', 2, 3)]).toEqual([0, 0])
  expect([placeAfter('ArrowUp', 0, 3), placeAfter('ArrowUp', -1, 3)]).toEqual([2, 2])
  expect([placeAfter('Home', 2, 3), placeAfter('End', 0, 3)]).toEqual([0, 2])
  expect([placeAfter('PageDown', 0, 20), placeAfter('PageUp', 19, 20)]).toEqual([8, 11])
  expect([placeAfter('a', 0, 3), placeAfter('ArrowDown', 0, 0)]).toEqual([null, null])
})

it('never leaves the list', () => {
  const keys = ['ArrowDown', 'ArrowUp', 'Home', 'End', 'PageUp', 'PageDown']
  fc.assert(
    fc.property(fc.constantFrom(...keys), fc.integer({ min: 1, max: 50 }), fc.nat(), (key, count, seed) => {
      const place = placeAfter(key, (seed % (count + 1)) - 1, count)
      expect(place).toBeGreaterThanOrEqual(0)
      expect(place).toBeLessThan(count)
    }),
  )
})
