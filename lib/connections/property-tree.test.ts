import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { propertyTree } from './property-tree'

const property = (id: string, parentId: string | null = null) => ({ id, parentId })
const outline = (properties: { id: string; parentId: string | null }[]) =>
  propertyTree(properties).map(({ property: { id }, depth }) => `${'>'.repeat(depth)}${id}`)

describe('the properties of an entity as a tree', () => {
  it('puts parts below their composite, each level in the order given', () => {
    expect(
      outline([property('b1', 'b'), property('a'), property('b'), property('b2', 'b'), property('c', 'b1')]),
    ).toEqual(['a', 'b', '>b1', '>>c', '>b2'])
  })

  it('leaves a part whose parent is elsewhere at the top', () => {
    expect(outline([property('a', 'elsewhere')])).toEqual(['a'])
  })

  it('shows each property once, whatever the parents say, themselves and circles included', () => {
    const ids = ['a', 'b', 'c', 'd']
    const parents = fc.tuple(...ids.map(() => fc.constantFrom(null, 'x', ...ids)))
    fc.assert(
      fc.property(parents, (parentIds) => {
        const properties = ids.map((id, place) => property(id, parentIds[place] ?? null))
        expect(
          propertyTree(properties)
            .map((branch) => branch.property.id)
            .sort(),
        ).toEqual(ids)
      }),
    )
  })
})
