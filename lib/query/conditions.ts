import type { QueryNode, Span } from './ast'
import { withoutMargin } from './margin'
import { parseQuery } from './parse'

/**
 * The conditions of a filter that all must hold, in the order of the text, each with its place there; nested conjunctions are looked
 * through, alternatives and negations are one condition each. Null when the filter is not understood.
 */
export function conditionsOf(text: string): QueryNode[] | null {
  const parsed = parseQuery(text)
  return parsed.ok ? flattened(parsed.ast) : null
}

function flattened(node: QueryNode | null): QueryNode[] {
  if (!node) return []
  return node.type === 'and' ? node.nodes.flatMap(flattened) : [node]
}

/** The filter without the condition at `place`; every other one stays as it was typed. A filter without it comes back as it is. */
export function removeCondition(text: string, place: Span): string {
  const parsed = parseQuery(text)
  if (!parsed.ok || !parsed.ast) return text
  if (isAt(parsed.ast, place)) return ''
  const siblings = siblingsAt(parsed.ast, place)
  const index = siblings?.findIndex((node) => isAt(node, place)) ?? -1
  const [before, after] = [siblings?.[index - 1], siblings?.[index + 1]]
  // What joins it to its neighbour (a space, AND) goes with it.
  if (before) return joined(text.slice(0, before.to), text.slice(place.to))
  return after ? text.slice(0, place.from) + text.slice(after.from) : text
}

/** The filter with `written` (a filter itself) in place of the condition at `place`; every other one stays as it was typed. */
export function replaceCondition(text: string, place: Span, written: string): string {
  const parsed = parseQuery(written)
  if (parsed.ok && !parsed.ast) return removeCondition(text, place)
  const term = withoutMargin(written)
  const [before, after] = [text.slice(0, place.from), text.slice(place.to)]
  // Beside others, alternatives without parentheses would take their neighbours in.
  const beside = parseQuery(`${term} x`)
  const isLoose = `${before}${after}`.trim() !== '' && beside.ok && beside.ast?.type === 'or'
  return joined(joined(before, isLoose ? `(${term})` : term), after)
}

/** Two pieces of a filter, with a space between them where they would grow together. */
function joined(before: string, after: string): string {
  const isApart = /^[\s)]/.test(after) || (/[\s(]$/.test(before) && !/\\.$/s.test(before))
  return before === '' || after === '' || isApart ? before + after : `${before} ${after}`
}

function siblingsAt(node: QueryNode, place: Span): QueryNode[] | null {
  if (node.type !== 'and') return null
  if (node.nodes.some((child) => isAt(child, place))) return node.nodes
  for (const child of node.nodes) {
    const found = siblingsAt(child, place)
    if (found) return found
  }
  return null
}

function isAt(node: QueryNode, place: Span): boolean {
  return node.from === place.from && node.to === place.to
}
