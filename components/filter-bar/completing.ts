import type { AskedFor, Occurring } from '@/lib/completion/occurring-schema'
import { isInPath, type Place } from '@/lib/query/complete'
import type { FieldDefinition } from '@/lib/query/fields'
import { printPath } from '@/lib/query/print'
import { type Suggestion, suggestionsFor, withTypes } from '@/lib/query/suggestions'

export { complete } from '@/lib/query/complete'
export { accept } from '@/lib/query/suggestions'

/** What can stand at the place, by the fields and by what occurs there. */
export function suggest(place: Place, fields: readonly FieldDefinition[], occurring: Occurring): Suggestion[] {
  const paths = occurring.paths.map(({ path }) => path)
  const known = withTypes(fields, occurring.paths)
  const typed = place.expects === 'value' ? { ...place, field: known.find(sameAs(place.field)) ?? place.field } : place
  return suggestionsFor(typed, known, { values: occurring.values, paths })
}

const sameAs = (field: FieldDefinition) => (other: FieldDefinition) => other.name === field.name

/** The question that leaves the place itself out, so that it stays the same while a path is typed. */
export function askedAt(place: Place, text: string, fields: readonly FieldDefinition[]): AskedFor | null {
  const q = text.slice(0, place.from) + text.slice(place.to)
  if (place.expects === 'field') {
    const document = fields.find((field) => isInPath(place.typed, [field]))
    return document ? { field: document.name, q } : null
  }
  const { field, path, typed } = place
  if (field.kind !== 'text' && field.kind !== 'textArray' && field.kind !== 'json') return null
  if (field.kind === 'json' && path.length === 0) return null
  return { field: printPath({ steps: [{ type: 'key', key: field.name }, ...path] }), typed: typed.slice(0, 200), q }
}
