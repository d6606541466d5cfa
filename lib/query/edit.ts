import type { PathStep, QueryNode } from './ast'
import { readBoolean, readNumber } from './literal'
import { withoutMargin } from './margin'
import { parseQuery } from './parse'
import { printPath, printQuery, quote } from './print'
import { MAX_VALUE_LENGTH } from './scanner'

/**
 * `value` as it is written behind a colon so that it is taken literally, as text: plain where that reads the same,
 * between quotation marks otherwise.
 */
export function quoteValue(value: string): string {
  const isPlain = /^[\p{L}\p{N}_@.+/-]+$/u.test(value)
  const hasMeaning =
    /^(?:AND|OR|NOT|TO|null|(?:now|today|yesterday|tomorrow).*|\d{4}-.*)$/.test(value) ||
    readBoolean(value) !== null ||
    readNumber(value) !== null
  return isPlain && !hasMeaning ? value : quote(value)
}

/** The term `field:value` for a value that is text. `field` is written as in the filter: `status`, `connection.name`. */
export function termText(field: string, value: string): string {
  return `${field}:${quoteValue(value)}`
}

/**
 * The term that finds what stands at `path` in a document, for "filter by this value". `source` is the value as the
 * document's text has it, so that a long number keeps all its digits. Null for objects and lists, and for texts that
 * are longer than a value may be or cannot be typed.
 */
export function termForJson(path: PathStep[], source: string): string | null {
  const field = printPath({ steps: path })
  if (/^[[{]/.test(source) || source.length > MAX_VALUE_LENGTH) return null
  const term = source.startsWith('"') ? termText(field, JSON.parse(source) as string) : `${field}:${source}`
  return parseQuery(term).ok ? term : null
}

/** Whether the filter has `term` as one of the conditions that all must hold. */
export function hasTerm(text: string, term: string): boolean {
  const wanted = canonical(term)
  const parsed = parseQuery(text)
  return parsed.ok && conditions(parsed.ast).some((node) => printQuery(node) === wanted)
}

/**
 * The filter with `term` as one more condition. What was typed stays as it was typed, also where it has problems;
 * alternatives, and what was not understood, are put in parentheses, so that the term cannot become part of them.
 */
export function addTerm(text: string, term: string): string {
  if (hasTerm(text, term)) return text
  const parsed = parseQuery(text)
  if (parsed.ok && !parsed.ast) return term
  const needsParentheses = !parsed.ok || parsed.ast?.type === 'or'
  const typed = withoutMargin(text)
  return needsParentheses ? `(${typed}) ${term}` : `${typed} ${term}`
}

/** The filter without `term`, wherever it is one of the conditions that all must hold. */
export function removeTerm(text: string, term: string): string {
  const wanted = canonical(term)
  const parsed = parseQuery(text)
  if (!parsed.ok || !hasTerm(text, term)) return text
  return conditions(parsed.ast)
    .filter((node) => printQuery(node) !== wanted)
    .map((node) => (node.type === 'or' ? `(${printQuery(node)})` : printQuery(node)))
    .join(' ')
}

/** Adds the term, or removes it when it is there. */
export function toggleTerm(text: string, term: string): string {
  return hasTerm(text, term) ? removeTerm(text, term) : addTerm(text, term)
}

/** The nodes that all must hold: nested conjunctions are looked through. */
function conditions(ast: QueryNode | null): QueryNode[] {
  if (!ast) return []
  return ast.type === 'and' ? ast.nodes.flatMap(conditions) : [ast]
}

function canonical(term: string): string {
  const parsed = parseQuery(term)
  return parsed.ok ? printQuery(parsed.ast) : term
}
