import type { Literal, TermNode } from './ast'
import type { BindContext } from './bind'
import type { Test } from './bound'
import type { FieldDefinition } from './fields'
import { isAnything, isNull, readBoolean, textOf } from './literal'

/** Whole values with which one filter compares what is masked: with enough of them at once, halving would find any PIN. */
const MOST_COMPARED = 3

/**
 * The tests of a term on a value that is masked or shown in part: whether it is set, and whether it is exactly what was typed. Everything
 * that would give a piece of it away is refused at its place in the filter.
 */
export function bindMasked(term: TermNode, field: FieldDefinition, name: string, context: BindContext): Test[] {
  const { condition } = term
  if (condition.op === 'compare' || condition.op === 'range')
    return context.refuse(`${name} is masked, so it cannot be compared with > or <. ${only(name)}`, term)
  const literals = condition.op === 'is' ? [condition.value] : condition.values
  return literals.flatMap((literal) => whole(literal, field, name, context))
}

function whole(literal: Literal, field: FieldDefinition, name: string, context: BindContext): Test[] {
  if (isAnything(literal)) return [{ op: 'set' }]
  if (literal.segments.length > 1)
    return context.refuse(`${name} is masked, so parts of it cannot be searched for. ${only(name)}`, literal)
  if (field.closed !== undefined) return context.refuse(field.closed, literal)
  context.compared += 1
  if (context.compared > MOST_COMPARED)
    return context.refuse(`At most ${MOST_COMPARED} values can be compared with masked ones.`, literal)
  const asText: Test = { op: 'text', segments: literal.segments, inNumbers: true }
  if (literal.quoted) return [asText]
  if (isNull(literal)) return [asText, { op: 'null' }]
  const truth = readBoolean(textOf(literal))
  return truth === null ? [asText] : [asText, { op: 'boolean', value: truth }]
}

function only(name: string): string {
  return `Use ${name}:value, with the whole value.`
}
