import type { EntityProperty, Form } from './dto'

/** A property with where its value stands in the documents. */
export interface Declared {
  path: string[]
  property: EntityProperty
  /** Whether other properties are parts of it. */
  isParent: boolean
}

const TEXTS: readonly Form[] = ['text', 'empty text', 'number as text', 'date as text', 'boolean as text', 'number']
const NUMBERS: readonly Form[] = ['number', 'number as text']
const TRUTHS: readonly Form[] = ['boolean', 'boolean as text']
const LISTS: readonly Form[] = [...TEXTS, 'list']

/**
 * What values of a type are stored as, by what a filter on such a value finds (lib/records/property-types.ts, lib/query/compile-json.ts):
 * a number in quotes is a number, a date is a text in ISO 8601. Of types that are not here any form will do.
 */
const EXPECTED: Readonly<Record<string, readonly Form[]>> = {
  NUMBER: NUMBERS,
  FLOAT: NUMBERS,
  CURRENCY: NUMBERS,
  CHECKBOX: TRUTHS,
  BOOLEAN: TRUTHS,
  DATE: ['date as text'],
  LONG_TEXT: TEXTS,
  SINGLE_LINE_TEXT: TEXTS,
  SINGLE_SELECT: TEXTS,
  URL: TEXTS,
  PHONE: TEXTS,
  MULTI_SELECT: LISTS,
  BADGE_LIST: LISTS,
  COMPOSITE: ['object'],
  JSON_OBJECT: ['object'],
  JSON_ARRAY: ['list'],
}

/** Whether a value of this form is not what the type means. A null is no value, and of what is masked nothing is said. */
export function contradicts(type: string, form: Form): boolean {
  const expected = EXPECTED[type]
  return expected !== undefined && form !== 'null' && form !== 'masked' && !expected.includes(form)
}

/** Whether texts have to be looked into to tell if they are of the type. */
export function readsTexts(type: string): boolean {
  const expected = EXPECTED[type]
  return expected !== undefined && !expected.includes('text') && expected.some((form) => form.endsWith('as text'))
}

/** Each property with its path, parents before their parts. One that is its own ancestor, or whose parent is gone, stands at the top. */
export function declaredPaths(properties: readonly EntityProperty[]): Declared[] {
  const byId = new Map(properties.map((property) => [property.id, property]))
  const parents = new Set(properties.flatMap(({ parentId }) => parentId ?? []))
  return properties
    .map((property) => ({ path: pathOf(property, byId), property, isParent: parents.has(property.id) }))
    .toSorted((a, b) => a.path.length - b.path.length)
}

function pathOf(property: EntityProperty, byId: ReadonlyMap<string, EntityProperty>): string[] {
  const path = [property.name]
  const passed = new Set([property.id])
  for (let above = byId.get(property.parentId ?? ''); above; above = byId.get(above.parentId ?? '')) {
    if (passed.has(above.id)) return [property.name]
    passed.add(above.id)
    path.unshift(above.name)
  }
  return path
}
