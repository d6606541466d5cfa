import type { FieldReference, PathStep, Span } from './ast'
import { type FieldDefinition, findField } from './fields'
import { parseQuery } from './parse'
import { isSpace, Scanner, SyntaxProblem } from './scanner'
import { isSecretAt } from './secret-at'

/** Where in a filter the caret stands, and so what can follow. What is chosen is put in place of `from`…`to`. */
export type Place = Span & {
  /** The text between `from` and `to`. */
  standing: string
} & (
    | {
        expects: 'field'
        /** What of the name stands before the caret. */
        typed: string
        hasColon: boolean
      }
    | {
        expects: 'value'
        field: FieldDefinition
        /** Leads on into a document; empty for a column. */
        path: PathStep[]
        /** What of the value stands before the caret, without quotation marks and escapes. */
        typed: string
        within: Within
      }
  )

interface Walk {
  scanner: Scanner
  caret: number
  fields: readonly FieldDefinition[]
}

const KEYWORDS = ['OR', 'AND', 'NOT']
const COMPARATORS = ['>=', '<=', '>', '<']

/**
 * The place at `caret` (UTF-16 code units) in a filter that may be half typed; null where nothing can be proposed: in a phrase, on a
 * keyword, before a term, at the value of a field that there is not or that is masked.
 */
export function complete(text: string, caret: number, fields: readonly FieldDefinition[]): Place | null {
  const walk: Walk = { scanner: new Scanner(text), caret, fields }
  for (;;) {
    const found = nextTerm(walk)
    if (found !== undefined) return found
  }
}

/** Reads one term or sign. Undefined when the caret is further on, null when nothing can be proposed where it is. */
function nextTerm(walk: Walk): Place | null | undefined {
  const { scanner, caret } = walk
  scanner.skipSpace()
  if (caret <= scanner.at) return emptyTerm(walk)
  if (scanner.done) return null
  if (scanner.take('(') || scanner.take(')') || scanner.take('-')) return undefined
  const keyword = KEYWORDS.find((word) => scanner.takeKeyword(word))
  if (keyword) return caret <= scanner.at ? null : undefined
  const from = scanner.at
  try {
    const reference = scanner.field()
    if (!reference) return word(walk, from)
    if (caret <= reference.to) return named(walk, from, reference.to, true)
    return condition(walk, reference)
  } catch (error) {
    if (!(error instanceof SyntaxProblem)) throw error
    // A quotation mark that is still open takes the rest of the text; only what stands before the caret is replaced.
    return isInPath(scanner.text.slice(from, caret), walk.fields) ? named(walk, from, caret, false) : null
  }
}

function emptyTerm({ scanner: { text }, caret }: Walk): Place | null {
  const before = text.charAt(caret - 1)
  const begins = before === '' || isSpace(before) || before === '(' || before === '-'
  if (!begins || !endsHere(text, caret) || text.slice(0, caret).endsWith('\\ ')) return null
  return { from: caret, to: caret, standing: '', expects: 'field', typed: '', hasColon: false }
}

function endsHere(text: string, at: number): boolean {
  const next = text.charAt(at)
  return next === '' || next === ')' || isSpace(next)
}

function word(walk: Walk, from: number): Place | null | undefined {
  const literal = walk.scanner.literal()
  const to = walk.scanner.at
  if (walk.caret > to) return undefined
  const hasColon = walk.scanner.text.slice(from, to).includes(':')
  return literal?.quoted || hasColon || !endsHere(walk.scanner.text, to) ? null : named(walk, from, to, false)
}

function named({ scanner: { text }, caret }: Walk, from: number, to: number, hasColon: boolean): Place {
  return { from, to, standing: text.slice(from, to), expects: 'field', typed: text.slice(from, caret), hasColon }
}

/** Whether `typed` has begun to name a value in a document. */
export function isInPath(typed: string, fields: readonly FieldDefinition[]): boolean {
  return fields.some(
    ({ kind, name }) => kind === 'json' && (typed.startsWith(`${name}.`) || typed.startsWith(`${name}[`)),
  )
}

/** Behind the colon, behind `>` and its like, in a range, in a list. */
export type Within = 'term' | 'comparison' | 'range' | 'list'
type Valued = (within: Within, ends?: string) => Place | null | undefined

function condition(walk: Walk, reference: FieldReference): Place | null | undefined {
  const { scanner, caret } = walk
  const found = findField(walk.fields, reference)
  const isSecret =
    found !== null &&
    isSecretAt(
      found.field,
      found.path.map((step) => (step.type === 'key' ? step.key : '*')),
    )
  const valued: Valued = (within, ends) => value(walk, isSecret ? null : found, within, ends)
  if (COMPARATORS.some((comparator) => scanner.take(comparator)))
    return caret < scanner.at ? null : valued('comparison')
  if ((scanner.peek() === '[' || scanner.peek() === '(') && caret <= scanner.at) return null
  if (scanner.take('[')) return range(walk, valued)
  return scanner.take('(') ? list(walk, valued) : valued('term')
}

function range({ scanner, caret }: Walk, valued: Valued): Place | null | undefined {
  const low = valued('range', 'TO')
  if (low !== undefined) return low
  scanner.skipSpace()
  if (!scanner.takeKeyword('TO') || caret <= scanner.at) return caret <= scanner.at ? null : undefined
  const high = valued('range', ']')
  if (high !== undefined) return high
  scanner.skipSpace()
  scanner.take(']')
  return caret <= scanner.at ? null : undefined
}

function list({ scanner, caret }: Walk, valued: Valued): Place | null | undefined {
  for (;;) {
    const found = valued('list', ')')
    if (found !== undefined) return found
    scanner.skipSpace()
    if (scanner.takeKeyword('OR') && caret > scanner.at) continue
    return caret <= scanner.at ? null : undefined
  }
}

/** `ends` is what stands behind a value that is still missing. */
function value(
  { scanner, caret }: Walk,
  known: { field: FieldDefinition; path: PathStep[] } | null,
  within: Within,
  ends?: string,
): Place | null | undefined {
  const { text } = scanner
  if (ends !== undefined) scanner.skipSpace()
  const from = scanner.at
  if (caret <= from && (scanner.done || (ends !== undefined && text.startsWith(ends, from))))
    return known && { from: caret, to: caret, standing: '', expects: 'value', ...known, typed: '', within }
  if (caret < from) return null
  const to = endOfValue(scanner, caret, within === 'range' ? ']' : undefined)
  if (to === null || caret > to) return to === null ? null : undefined
  const typed = typedText(text.slice(from, caret))
  return known && typed !== null
    ? { from, to, standing: text.slice(from, to), expects: 'value', ...known, typed, within }
    : null
}

/** Advances past the value. A quotation mark that was opened among other terms ends at the caret, so that it takes none of them. */
function endOfValue(scanner: Scanner, caret: number, closer?: string): number | null {
  const { text, at: from } = scanner
  const isOpen = text.charAt(from) === '"' && caret > from && !parseQuery(text).ok
  try {
    scanner.literal(closer)
    const isTorn = isOpen && !endsHere(text, scanner.at) && scanner.peek() !== closer
    return isTorn && caret < scanner.at ? caret : scanner.at
  } catch (error) {
    if (!(error instanceof SyntaxProblem)) throw error
    scanner.at = text.length
    return isOpen ? caret : null
  }
}

/** What half a value says; null when it ends in a backslash that has nothing to escape yet. */
function typedText(written: string): string | null {
  const inner = written.startsWith('"') ? written.slice(1).replace(/([^\\])"$/, '$1') : written
  if (/(?:^|[^\\])(?:\\\\)*\\$/.test(inner)) return null
  return inner.replace(/\\(.)/gs, '$1')
}
