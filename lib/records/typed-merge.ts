import { PROPERTY_TYPES } from '../property/property-type'
import { printListedPath } from '../query/path-text'
import { dataColumn } from './columns'
import type { PropertyColumn } from './property-dto'

/** What some entities declare alike: the keys from the top of the document down, and how many of them do. */
export interface DeclaredProperty {
  path: string[]
  label: string
  type: string
  order: number
  visible: boolean
  count: number
}

interface Merged extends Omit<PropertyColumn, 'parts'> {
  path: string[]
  order: number
}

/**
 * One column for each path that any connection declares: with the type, the name and the visibility that most of them give it, at the
 * first place that any gives it. What is even is decided by the alphabet, so that the same declarations always give the same columns.
 */
export function mergeProperties(declared: readonly DeclaredProperty[]): PropertyColumn[] {
  const byPath = new Map<string, DeclaredProperty[]>()
  for (const property of declared) {
    const key = JSON.stringify(property.path)
    byPath.set(key, [...(byPath.get(key) ?? []), property])
  }
  const merged = [...byPath.values()].flatMap(mergeOne).sort(inOrder)
  const partsOf = (whole: Merged) =>
    merged
      .filter(
        ({ path }) => path.length === whole.path.length + 1 && whole.path.every((key, place) => path[place] === key),
      )
      .map(({ path }) => path.at(-1) ?? '')
  return merged.map((property) => {
    const { name, label, type, byDefault } = property
    return { name, label, type, byDefault, parts: partsOf(property) }
  })
}

function mergeOne(same: DeclaredProperty[]): Merged[] {
  const [first] = same
  const type = PROPERTY_TYPES.find((known) => known === majority(same, (property) => property.type))
  if (!first || !type) return []
  const name = dataColumn(printListedPath(['data', ...first.path].map((key) => ({ type: 'key', key }))))
  if (!name) return []
  return [
    {
      name,
      path: first.path,
      label: majority(same, (property) => property.label),
      type,
      byDefault: majority(same, ({ visible }) => (visible ? 'a' : 'b')) === 'a' && first.path.length === 1,
      order: Math.min(...same.map((property) => property.order)),
    },
  ]
}

function majority(same: readonly DeclaredProperty[], textOf: (property: DeclaredProperty) => string): string {
  const counts = new Map<string, number>()
  for (const property of same) counts.set(textOf(property), (counts.get(textOf(property)) ?? 0) + property.count)
  const [winner] = [...counts].sort(([a, countA], [b, countB]) => countB - countA || compare(a, b))
  return winner?.[0] ?? ''
}

/** Parts come with those beside them, not among the properties above: columns of one level stand together. */
function inOrder(a: Merged, b: Merged): number {
  return a.path.length - b.path.length || a.order - b.order || compare(a.name, b.name)
}

/** By code units: the same in every locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
