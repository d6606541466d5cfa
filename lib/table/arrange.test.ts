import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Arranged, inShownOrder, movedBefore, movedBy, without, withPin, withWidth } from './arrange'

const columns: Arranged[] = [{ name: 'a' }, { name: 'b', pinned: true }, { name: 'c' }, { name: 'd' }]
const print = (list: readonly Arranged[]) =>
  list.map(({ name, pinned }, place) => name + (pinned && place > 0 ? '!' : '')).join(' ')

describe('arranging columns', () => {
  it('shows pinned columns behind the first', () => {
    expect(print(inShownOrder([{ name: 'a' }, { name: 'b' }, { name: 'c', pinned: true }]))).toBe('a c! b')
  })

  it.each([
    [() => movedBy(columns, 'c', 1), 'a b! d c'],
    [() => movedBy(columns, 'c', -1), 'a c! b!'.concat(' d')],
    [() => movedBy(columns, 'b', 1), 'a c b d'],
    [() => movedBy(columns, 'b', -1), 'b a c d'],
    [() => movedBy(columns, 'a', -1), 'a b! c d'],
    [() => movedBy(columns, 'd', 1), 'a b! c d'],
    [() => movedBefore(columns, 'd', 'c'), 'a b! d c'],
    [() => movedBefore(columns, 'd', 'b'), 'a d! b! c'],
    [() => movedBefore(columns, 'd', 'a'), 'd b! a c'],
    [() => movedBefore(columns, 'b', null), 'a c d b'],
    [() => withPin(columns, 'd', true), 'a b! d! c'],
    [() => withPin(columns, 'b', false), 'a b c d'],
    [() => without(columns, 'a'), 'b c d'],
  ])('%s', (change, expected) => {
    expect(print(change())).toBe(expected)
  })

  it('sets and takes back a width', () => {
    const wide = withWidth(columns, 'c', 300)
    expect(wide[2]).toEqual({ name: 'c', width: 300 })
    expect(withWidth(wide, 'c', null)[2]?.width).toBeUndefined()
  })

  it('never loses or repeats a column', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd')
    const step = fc.oneof(
      name.map((one) => (list: Arranged[]) => movedBy(list, one, 1)),
      name.map((one) => (list: Arranged[]) => movedBy(list, one, -1)),
      fc.tuple(name, name).map(
        ([one, other]) =>
          (list: Arranged[]) =>
            movedBefore(list, one, other),
      ),
      fc.tuple(name, fc.boolean()).map(
        ([one, pinned]) =>
          (list: Arranged[]) =>
            withPin(list, one, pinned),
      ),
    )
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const last = steps.reduce((list, change) => change(list), columns)
        expect(last.map((column) => column.name).sort()).toEqual(['a', 'b', 'c', 'd'])
        expect(inShownOrder(last)).toEqual(last)
      }),
    )
  })
})
