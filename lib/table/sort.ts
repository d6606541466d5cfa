import { splitPaths } from '../query/path-text'
import { nearest } from '../query/suggest'
import { excerpt, type ParamProblem } from './table-params'

/** A column that a table can be ordered by. */
export interface SortableField {
  name: string
  label: string
  /** Nulls are last ascending and first descending, as Postgres has them. */
  nullable: boolean
}

export interface SortTerm {
  field: string
  direction: 'asc' | 'desc'
}

/** More terms than anyone reads in a table's head, and than an index would follow. */
export const MAX_SORT_TERMS = 3

export type ParsedSort = { ok: true; terms: SortTerm[] } | { ok: false; problems: ParamProblem[] }

/** What a name means that is none of the fields: a field, under the one name it has, or why there cannot be a sort by it. Null for neither. */
export type OtherField = (written: string) => { field: string } | { problem: string } | null

/**
 * Reads `-createdAt,id`: field names by comma, a minus sign for descending. Unknown, repeated and superfluous terms are problems.
 * `other` knows the fields that no list can name, such as paths into a document.
 */
export function parseSort(text: string, fields: readonly SortableField[], other: OtherField = () => null): ParsedSort {
  const terms: SortTerm[] = []
  const messages: string[] = []
  const parts = splitPaths(text)
  if (parts.length > MAX_SORT_TERMS) messages.push(`A table is sorted by at most ${MAX_SORT_TERMS} columns.`)
  for (const part of parts.slice(0, MAX_SORT_TERMS)) {
    const direction = part.startsWith('-') ? 'desc' : 'asc'
    const written = direction === 'desc' ? part.slice(1) : part
    const found = fields.some(({ name }) => name === written) ? { field: written } : other(written)
    if (found === null) messages.push(unknownColumn(written, fields))
    else if ('problem' in found) messages.push(found.problem)
    else pushOnce(terms, { field: found.field, direction }, messages)
  }
  if (messages.length === 0) return { ok: true, terms }
  return { ok: false, problems: messages.map((message) => ({ parameter: 'sort', message })) }
}

function pushOnce(terms: SortTerm[], wanted: SortTerm, messages: string[]): void {
  if (terms.some((term) => term.field === wanted.field)) messages.push(`The sort names ${wanted.field} twice.`)
  else terms.push(wanted)
}

function unknownColumn(written: string, fields: readonly SortableField[]): string {
  const names = fields.map(({ name }) => name)
  if (written === '') return `The sort lacks a column. It can be by ${names.join(', ')}.`
  const close = nearest(written.slice(0, 100), names)
  const hint = close ? `Did you mean ${close}?` : `It can be sorted by ${names.join(', ')}.`
  return `The table cannot be sorted by “${excerpt(written)}”. ${hint}`
}

/** The parameter's text for `terms`. */
export function printSort(terms: readonly SortTerm[]): string {
  return terms.map(({ field, direction }) => (direction === 'desc' ? `-${field}` : field)).join(',')
}

/** How the table is sorted by `field` at present, and in which place; null when it is not. */
export function sortOf(
  terms: readonly SortTerm[],
  field: string,
): { direction: SortTerm['direction']; place: number } | null {
  const place = terms.findIndex((term) => term.field === field)
  const term = terms[place]
  return term ? { direction: term.direction, place } : null
}

/**
 * The sort after a click on a column's head: ascending, then descending, then without the column. With `keepOthers`
 * (shift-click) the other terms stay, and a new one comes last; at the limit it takes the last one's place. An empty
 * result means the table's default.
 */
export function nextSort(
  terms: readonly SortTerm[],
  field: string,
  { keepOthers = false }: { keepOthers?: boolean } = {},
): SortTerm[] {
  const present = sortOf(terms, field)
  const changed: SortTerm[] =
    present === null ? [{ field, direction: 'asc' }] : present.direction === 'asc' ? [{ field, direction: 'desc' }] : []
  if (!keepOthers) return changed
  if (present) return terms.flatMap((term) => (term.field === field ? changed : [term]))
  return [...terms.slice(0, MAX_SORT_TERMS - 1), ...changed]
}
