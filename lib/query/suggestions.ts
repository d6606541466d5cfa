import type { PathStep } from './ast'
import { isInPath, type Place, type Within } from './complete'
import type { FieldDefinition, ValueType } from './fields'
import { parseQuery } from './parse'
import { printPath } from './print'
import { quote, quoteValue } from './term-text'

/** Something that can stand at a place. `more`: something has to follow, so that the next proposals are shown at once. */
export interface Suggestion {
  insert: string
  detail?: string
  more?: boolean
}

/** What the database was found to hold, as it is written in a filter: values at the place, and paths in documents. */
export interface Known {
  values: readonly string[]
  paths: readonly string[]
}

/** Proposals shown at once; whoever needs another types on. */
export const MOST_SUGGESTIONS = 50

const COMPARISONS: readonly Suggestion[] = [
  { insert: '>', detail: 'more than', more: true },
  { insert: '>=', detail: 'at least', more: true },
  { insert: '<', detail: 'less than', more: true },
  { insert: '<=', detail: 'at most', more: true },
  { insert: '[', detail: 'a range: [1 TO 5]', more: true },
]
const SET: readonly Suggestion[] = [{ insert: '*', detail: 'is set' }]
const SINCE: readonly Suggestion[] = [
  { insert: '>now-1h', detail: 'the last hour' },
  { insert: '>now-24h', detail: 'the last 24 hours' },
  { insert: '>now-7d', detail: 'the last seven days' },
  { insert: '>now-30d', detail: 'the last thirty days' },
]
const MOMENTS: readonly Suggestion[] = [
  { insert: 'today' },
  { insert: 'yesterday' },
  { insert: 'now-1h', detail: 'an hour ago' },
  { insert: 'now-24h', detail: '24 hours ago' },
  { insert: 'now-7d', detail: 'seven days ago' },
  { insert: 'now-30d', detail: 'thirty days ago' },
]
const BEFORE: readonly Suggestion[] = [
  { insert: '<', detail: 'before', more: true },
  { insert: '>', detail: 'after', more: true },
  { insert: '[', detail: 'a range: [2026-01-01 TO 2026-02-01]', more: true },
]
const TRUTHS: readonly Suggestion[] = [{ insert: 'true' }, { insert: 'false' }]
const LIST: readonly Suggestion[] = [{ insert: '(', detail: 'any of several: (a OR b)', more: true }]

/** What can stand at `place`, the likeliest first; nothing that stands there already. Each of them is understood by the parser. */
export function suggestionsFor(place: Place, fields: readonly FieldDefinition[], known: Known): Suggestion[] {
  const found = place.expects === 'field' ? namesFor(place, fields, known.paths) : valuesFor(place, known.values)
  return found.filter(({ insert }) => insert !== place.standing).slice(0, MOST_SUGGESTIONS)
}

function namesFor(
  { typed, hasColon, standing }: Extract<Place, { expects: 'field' }>,
  fields: readonly FieldDefinition[],
  paths: readonly string[],
): Suggestion[] {
  const end = hasColon ? '' : ':'
  const named = (insert: string, detail?: string): Suggestion => ({ insert: insert + end, detail, more: !hasColon })
  const wanted = typed.toLowerCase()
  if (isInPath(typed, fields)) {
    const matching = paths.filter((path) => path.toLowerCase().startsWith(wanted) && path !== standing)
    // Keys that differ in nothing but case are common, so what was typed exactly comes first.
    const isExact = (path: string) => Number(path.startsWith(typed))
    return matching.toSorted((a, b) => isExact(b) - isExact(a)).map((path) => named(path))
  }
  const ranked = fields
    .map((field) => ({ field, rank: rankOf(field, wanted) }))
    .filter(({ rank }) => rank < NO_MATCH)
    .sort((a, b) => a.rank - b.rank)
  return ranked.flatMap(({ field: { kind, name, label } }) => {
    if (kind !== 'json') return [named(name, label)]
    return hasColon ? [] : [{ insert: `${name}.`, detail: label, more: true }]
  })
}

const NO_MATCH = 4

/** 0 for the beginning of the name, then of a later part of it, then of a word of the label; 3 for anywhere in the name. */
function rankOf({ name, label }: FieldDefinition, wanted: string): number {
  const lower = name.toLowerCase()
  if (lower.startsWith(wanted)) return 0
  if (lower.split('.').some((part) => part.startsWith(wanted))) return 1
  if (
    label
      .toLowerCase()
      .split(' ')
      .some((part) => part.startsWith(wanted))
  )
    return 2
  return wanted.length > 1 && lower.includes(wanted) ? 3 : NO_MATCH
}

function valuesFor(place: Extract<Place, { expects: 'value' }>, values: readonly string[]): Suggestion[] {
  const { field, path, typed, within, standing } = place
  const type = typeAt(field, path)
  const isQuoted = standing.startsWith('"')
  const wanted = typed.toLowerCase()
  const begins = (written: string) => withoutQuote(written).toLowerCase().startsWith(wanted)
  const occurring = field.kind === 'enum' ? (field.values ?? []).map(quoteValue) : values
  const proposals = occurring
    .filter((written) => written.toLowerCase().includes(wanted) && parseQuery(`field:${written}`).ok)
    .sort((a, b) => Number(begins(b)) - Number(begins(a)))
    .map((written): Suggestion => ({ insert: isQuoted && !written.startsWith('"') ? quote(written) : written }))
  const fixed = wordsFor(field, type, within).filter(({ insert }) => insert.startsWith(standing.slice(0, typed.length)))
  if (isQuoted) return unique(proposals)
  return unique(type === 'date' || type === 'boolean' ? [...fixed, ...proposals] : [...proposals, ...fixed])
}

function withoutQuote(written: string): string {
  return written.startsWith('"') ? written.slice(1) : written
}

/** What the values there are compared as; `json` where each is compared by its own type. */
export function typeAt(field: FieldDefinition, path: readonly PathStep[]): ValueType | 'json' {
  switch (field.kind) {
    case 'number':
    case 'count':
      return 'number'
    case 'date':
    case 'boolean':
      return field.kind
    case 'json':
      return field.typeOf?.(path.flatMap((step) => (step.type === 'key' ? [step.key] : []))) ?? 'json'
    default:
      return 'text'
  }
}

function wordsFor(field: FieldDefinition, type: ValueType | 'json', within: Within): readonly Suggestion[] {
  const moments = type === 'date' ? MOMENTS : []
  if (within === 'range') return [...moments, { insert: '*', detail: 'no limit' }]
  if (within !== 'term') return moments
  const several = field.kind === 'enum' || type === 'text' ? LIST : []
  switch (type) {
    case 'number':
      return [...COMPARISONS, ...SET]
    case 'date':
      return [...SINCE, ...MOMENTS.slice(0, 2), ...BEFORE, ...SET]
    case 'boolean':
      return TRUTHS
    case 'text':
      return [...SET, ...several]
    case 'json':
      return [...SET, ...LIST, ...COMPARISONS]
  }
}

function unique(suggestions: Suggestion[]): Suggestion[] {
  return [...new Map(suggestions.map((suggestion) => [suggestion.insert, suggestion])).values()]
}

/** The fields, the values in documents with the types that Properties were found to give them. */
export function withTypes(
  fields: readonly FieldDefinition[],
  paths: readonly { path: string; type?: ValueType }[],
): readonly FieldDefinition[] {
  const types = new Map(paths.map(({ path, type }) => [path, type]))
  const written = (keys: readonly string[]) => printPath({ steps: keys.map((key) => ({ type: 'key', key })) })
  return fields.map((field) =>
    field.kind === 'json' ? { ...field, typeOf: (path) => types.get(written([field.name, ...path])) } : field,
  )
}

/** The filter with a proposal put in its place, and where the caret is then. */
export function accept(text: string, place: Place, { insert, more }: Suggestion): { text: string; caret: number } {
  const rest = text.slice(place.to)
  const isTouching = rest !== '' && !/^[\s)\]]/.test(rest)
  const gap = !more && !insert.endsWith(':') && (rest === '' || isTouching) && !(place.expects === 'field') ? ' ' : ''
  const before = `${text.slice(0, place.from)}${insert}${gap}`
  return { text: before + rest, caret: before.length }
}
