'use client'

import type { AskedFor } from '@/lib/completion/occurring-schema'
import { complete, isInPath, type Place } from '@/lib/query/complete'
import type { FieldDefinition } from '@/lib/query/fields'
import { printPath } from '@/lib/query/print'
import { type Suggestion, suggestionsFor, withTypes } from '@/lib/query/suggestions'
import { type Ask, useOccurring } from './use-occurring'

/** What can stand at the caret of a filter that is being typed; nothing is asked of the server while `isOpen` is false. */
export function useCompletion(
  text: string,
  caret: number,
  fields: readonly FieldDefinition[],
  ask: Ask | undefined,
  isOpen: boolean,
): { place: Place | null; suggestions: Suggestion[] } {
  const place = isOpen ? complete(text, caret, fields) : null
  const occurring = useOccurring(ask, place && askedAt(place, text, fields))
  if (!place) return { place, suggestions: [] }
  const paths = occurring.paths.map(({ path }) => path)
  const known = withTypes(fields, occurring.paths)
  const typed = place.expects === 'value' ? { ...place, field: known.find(sameAs(place.field)) ?? place.field } : place
  return { place, suggestions: suggestionsFor(typed, known, { values: occurring.values, paths }) }
}

const sameAs = (field: FieldDefinition) => (other: FieldDefinition) => other.name === field.name

/** The question that leaves the place itself out, so that it stays the same while a path is typed. */
function askedAt(place: Place, text: string, fields: readonly FieldDefinition[]): AskedFor | null {
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
