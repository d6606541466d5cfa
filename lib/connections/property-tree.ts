/** A property and how many parents it stands below. */
export interface Branch<Property> {
  property: Property
  depth: number
}

/** Parents before their parts. A parent that is not among them leaves its part at the top; none is left out or shown twice. */
export function propertyTree<Property extends { id: string; parentId: string | null }>(
  properties: readonly Property[],
): Branch<Property>[] {
  const known = new Set(properties.map(({ id }) => id))
  const placed = new Set<string>()
  const below = (parentId: string | null, depth: number): Branch<Property>[] =>
    properties
      .filter((property) => (property.parentId && known.has(property.parentId) ? property.parentId : null) === parentId)
      .flatMap((property) => {
        if (placed.has(property.id)) return []
        placed.add(property.id)
        return [{ property, depth }, ...below(property.id, depth + 1)]
      })
  const tree = below(null, 0)
  // Properties that are each other's parents hang on nothing; they are shown at the end.
  return [...tree, ...properties.filter(({ id }) => !placed.has(id)).map((property) => ({ property, depth: 0 }))]
}
