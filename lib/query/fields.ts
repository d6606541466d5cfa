import type { FieldReference, PathStep } from './ast'
import { printPath } from './print'
import { nearest } from './suggest'

/**
 * What a field may be compared with.
 * `text`, `number`, `boolean`, `date` and `enum` are single columns; `count` is a number that the database works out;
 * `textArray` matches when one of its elements does; `json` is a document whose values are addressed by a path.
 */
export type FieldKind = 'text' | 'number' | 'count' | 'boolean' | 'date' | 'enum' | 'textArray' | 'json'

/**
 * How `field:value` compares text. `exact` is case-sensitive equality, which an ordinary index serves; `insensitive` is
 * equality regardless of case; `contains` looks for the value anywhere, regardless of case.
 */
export type TextMatch = 'exact' | 'insensitive' | 'contains'

/** What a Property says that the values at a path of a document are. */
export type ValueType = 'text' | 'number' | 'boolean' | 'date'

/** One field of a table as the filter knows it. Holds nothing of the server, so that the filter bar can complete from it. */
export interface FieldDefinition {
  /** As typed before the colon; dotted for relations: `connection.name`. */
  name: string
  /** For people: "Integration". */
  label: string
  kind: FieldKind
  description?: string
  /** Every value an `enum` can have. */
  values?: readonly string[]
  /** For `text` and `textArray`; `insensitive` unless said otherwise. */
  match?: TextMatch
  /**
   * For `json`: whether the value at these keys is masked or shown in part, so that a filter must not give it away by trial: it can
   * only be compared as a whole. List subscripts are given as `"0"` and `"*"`. Without it the keys themselves say so (`isSecretAt`).
   */
  isSecretPath?: (path: string[]) => boolean
  /** For `json`: why such a value cannot even be compared now. */
  closed?: string
  /**
   * For `json`: what the values at these keys are said to be, list subscripts left out. Without a type each value is compared
   * by its own.
   */
  typeOf?: (path: readonly string[]) => ValueType | undefined
}

/** The field that `reference` names, with the steps that lead on into a document (empty for a column); null when none does. */
export function findField(
  fields: readonly FieldDefinition[],
  reference: FieldReference,
): { field: FieldDefinition; path: PathStep[] } | null {
  for (let length = reference.steps.length; length > 0; length -= 1) {
    const name = printPath({ steps: reference.steps.slice(0, length) })
    const path = reference.steps.slice(length)
    const field = fields.find((candidate) => candidate.name === name)
    if (field && (path.length === 0 || field.kind === 'json')) return { field, path }
  }
  return null
}

/**
 * The valid name that a person most likely meant by one that does not exist: the nearest by spelling, a relation's
 * field whose last part was written alone, or the key of a document that was written without the document.
 */
export function suggestField(fields: readonly FieldDefinition[], written: string): string | undefined {
  const close = nearest(
    written,
    fields.map((field) => field.name),
  )
  if (close) return close
  const related = fields.find((field) => field.name.toLowerCase().endsWith(`.${written.toLowerCase()}`))
  if (related) return related.name
  const document = fields.find((field) => field.kind === 'json')
  return document && !written.includes('.') ? `${document.name}.${written}` : undefined
}
