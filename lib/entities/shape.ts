import type { Masker } from '../mask/policy'
import { contradicts, declaredPaths } from './declared'
import type { EntityProperty, KeyForm, KeySample, ShapeLine } from './dto'

/**
 * What the properties of an entity declare beside what its documents hold: a line for each property in its order, its parts and the keys
 * beside these below it, then the keys that no property names, the most frequent first.
 */
export function shapeOf(mask: Masker, properties: readonly EntityProperty[], sample: KeySample): ShapeLine[] {
  const found = new Map<string, KeyForm[]>()
  for (const form of sample.forms) {
    const key = JSON.stringify(form.path)
    found.set(key, [...(found.get(key) ?? []), form])
  }
  const declared = declaredPaths(properties)
  const named = new Map(declared.map(({ path, property }) => [JSON.stringify(path), property]))
  const read = sample.records - sample.large
  const objectsAt = (path: readonly string[]) =>
    path.length === 0 ? read : (found.get(JSON.stringify(path))?.find(({ form }) => form === 'object')?.records ?? 0)
  const line = (key: string): ShapeLine => {
    const path = JSON.parse(key) as string[]
    return lineOf(
      mask.shownAt(path) !== 'whole',
      path,
      named.get(key) ?? null,
      found.get(key) ?? [],
      objectsAt(path.slice(0, -1)),
    )
  }
  const unmapped = [...found.keys()].filter((key) => !named.has(key))
  const lines = [...named.keys(), ...unmapped].map(line)
  const below = (parent: readonly string[]): ShapeLine[] =>
    lines
      .filter(({ path }) => path.length === parent.length + 1 && parent.every((step, at) => step === path[at]))
      .toSorted(byPresence)
      .flatMap((one) => [one, ...below(one.path)])
  return below([])
}

/** Properties keep their order; what none names comes after them. */
function byPresence(a: ShapeLine, b: ShapeLine): number {
  if (a.property && b.property) return 0
  if (a.property || b.property) return a.property ? -1 : 1
  return b.present + b.nulls - (a.present + a.nulls)
}

function lineOf(
  masked: boolean,
  path: string[],
  property: EntityProperty | null,
  found: readonly KeyForm[],
  of: number,
): ShapeLine {
  const nulls = found.find(({ form }) => form === 'null')?.records ?? 0
  const values = found.filter(({ form }) => form !== 'null')
  const present = values.reduce((sum, { records }) => sum + records, 0)
  const type = property?.type
  return {
    path,
    depth: path.length - 1,
    property: property && {
      id: property.id,
      displayName: property.displayName,
      type: property.type,
      visible: property.visible,
    },
    of,
    present,
    nulls,
    forms: masked
      ? present > 0
        ? [{ form: 'masked', records: present }]
        : []
      : values.map(({ form, records }) => ({ form, records })).toSorted((a, b) => b.records - a.records),
    contradicting:
      type === undefined || masked
        ? 0
        : values.reduce((sum, { form, records }) => sum + (contradicts(type, form) ? records : 0), 0),
    masked,
  }
}

/** The lines that say that documents and properties went apart. */
export function driftOf(lines: readonly ShapeLine[]): Record<'contradicting' | 'unmapped' | 'absent', ShapeLine[]> {
  return {
    contradicting: lines.filter(({ contradicting }) => contradicting > 0),
    unmapped: lines.filter(({ property }) => property === null),
    absent: lines.filter(({ property, present, of }) => property !== null && of > 0 && present === 0),
  }
}
