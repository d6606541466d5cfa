import type { QueryNode } from './ast'
import { withoutMargin } from './margin'
import { type Narrowing, narrow } from './narrowing'
import { parseQuery } from './parse'
import { printQuery } from './print'

/** Whether the filter has `term` as one of the conditions that all must hold. */
export function hasTerm(text: string, term: string): boolean {
  return narrowingOf(text).terms.includes(canonical(term))
}

/**
 * What is needed to add terms to the filter. What was typed stays as it was typed, also where it has problems;
 * alternatives, and what was not understood, are put in parentheses, so that a term cannot become part of them.
 */
export function narrowingOf(text: string): Narrowing {
  const parsed = parseQuery(text)
  if (!parsed.ok) return { text, before: `(${withoutMargin(text)})`, terms: [] }
  const typed = parsed.ast ? withoutMargin(text) : ''
  return {
    text,
    before: parsed.ast?.type === 'or' ? `(${typed})` : typed,
    terms: conditions(parsed.ast).map(printQuery),
  }
}

/** The filter with `term` as one more condition. */
export function addTerm(text: string, term: string): string {
  return narrow(narrowingOf(text), term, canonical(term))
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
