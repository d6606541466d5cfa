import { bindQuery } from './bind'
import type { BoundNode } from './bound'
import type { Clock } from './dates'
import type { FieldDefinition } from './fields'
import { parseQuery } from './parse'

/** A stretch of time; `start` belongs to it, `end` does not. */
export interface Span {
  start?: Date
  end?: Date
}

/**
 * The stretch outside of which no row can match the filter, by what its terms say of a date field: those that every row must fulfil.
 * Empty when they say nothing of it, or the filter has a problem.
 */
export function impliedSpan(q: string, fields: readonly FieldDefinition[], field: string, clock: Clock): Span {
  const node = boundFilter(q, fields, clock)
  return node ? spanOf(node, field) : {}
}

/** The filter with its fields and values read; null for none, and for one with a problem. */
export function boundFilter(q: string, fields: readonly FieldDefinition[], clock: Clock): BoundNode | null {
  const parsed = parseQuery(q)
  const bound = parsed.ok ? bindQuery(parsed.ast, fields, clock) : parsed
  return bound.ok ? bound.node : null
}

function spanOf(node: BoundNode, field: string): Span {
  if (node.type === 'and') return node.nodes.map((child) => spanOf(child, field)).reduce(both, {})
  if (node.type !== 'test' || node.field.name !== field || node.tests.length !== 1) return {}
  const [test] = node.tests
  return test?.op === 'date' ? { start: test.start, end: test.end } : {}
}

function both(one: Span, other: Span): Span {
  return { start: furthest(one.start, other.start, Math.max), end: furthest(one.end, other.end, Math.min) }
}

function furthest(one: Date | undefined, other: Date | undefined, choose: (...times: number[]) => number) {
  if (!one || !other) return one ?? other
  return new Date(choose(one.getTime(), other.getTime()))
}
