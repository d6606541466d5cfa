import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PROPERTY_TYPES } from '../property/property-type'
import { type DeclaredProperty, mergeProperties } from './typed-merge'

const declared = (path: string, change: Partial<DeclaredProperty> = {}): DeclaredProperty => ({
  path: path.split('.'),
  label: path,
  type: 'SINGLE_LINE_TEXT',
  order: 0,
  visible: true,
  count: 1,
  ...change,
})

describe('the properties of one entity type', () => {
  it('are one column for each path, as most connections have it', () => {
    const merged = mergeProperties([
      declared('amount', { type: 'CURRENCY', label: 'Amount', count: 3 }),
      declared('amount', { type: 'SINGLE_LINE_TEXT', label: 'Sum', visible: false, count: 2 }),
      declared('amount', { type: 'NUMBER', label: 'Amount', count: 1 }),
    ])
    expect(merged).toEqual([{ name: 'data.amount', label: 'Amount', type: 'CURRENCY', byDefault: true, parts: [] }])
  })

  it('stand in the order of the lowest place, then of their names', () => {
    const merged = mergeProperties([
      declared('b', { order: 1 }),
      declared('c', { order: 7 }),
      declared('c', { order: 0 }),
      declared('a', { order: 1 }),
    ])
    expect(merged.map(({ name }) => name)).toEqual(['data.c', 'data.a', 'data.b'])
  })

  it('show a composite by its parts, and those by themselves only when asked', () => {
    const merged = mergeProperties([
      declared('address.city', { order: 1 }),
      declared('address', { type: 'COMPOSITE' }),
      declared('address.street', { order: 0 }),
      declared('address.geo.lat', { type: 'FLOAT' }),
    ])
    expect(merged.map(({ name, byDefault, parts }) => [name, byDefault, parts])).toEqual([
      ['data.address', true, ['street', 'city']],
      ['data.address.street', false, []],
      ['data.address.city', false, []],
      ['data.address.geo.lat', false, []],
    ])
  })

  it('leave out what a column cannot be: an unknown type, a name too long for an address', () => {
    expect(mergeProperties([declared('a', { type: 'HOLOGRAM' }), declared('x'.repeat(400))])).toEqual([])
    expect(mergeProperties([declared('odd key, so')]).map(({ name }) => name)).toEqual(['data."odd key, so"'])
  })

  it('are the same whatever order they are found in', () => {
    const some = fc.array(
      fc.record({
        path: fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 2 }),
        label: fc.constantFrom('One', 'Two'),
        type: fc.constantFrom(...PROPERTY_TYPES),
        order: fc.nat(2),
        visible: fc.boolean(),
        count: fc.integer({ min: 1, max: 2 }),
      }),
    )
    fc.assert(
      fc.property(some, (found) => {
        expect(mergeProperties([...found].reverse())).toEqual(mergeProperties(found))
      }),
    )
  })
})
