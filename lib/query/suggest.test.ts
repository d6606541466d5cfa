import fc from 'fast-check'
import { expect, it } from 'vitest'
import { editDistance, nearest } from './suggest'

it.each([
  ['', '', 0],
  ['', 'abc', 3],
  ['abc', '', 3],
  ['kitten', 'sitting', 3],
  ['statsu', 'status', 1],
  ['ca', 'abc', 3],
])('%j and %j are %i edits apart', (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance)
})

it('measures the same both ways, and zero only for the same', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (a, b) => {
      expect(editDistance(a, b)).toBe(editDistance(b, a))
      expect(editDistance(a, b) === 0).toBe(a === b)
    }),
  )
})

it('finds a slip, and nothing for another word', () => {
  const names = ['entityType', 'status', 'id']
  expect(nearest('ENTITYTYP', names)).toBe('entityType')
  expect(nearest('statsu', names)).toBe('status')
  expect(nearest('email', names)).toBeUndefined()
  expect(nearest('xy', names)).toBeUndefined()
  expect(nearest('status', [])).toBeUndefined()
})
