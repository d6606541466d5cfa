import type { Literal, PathStep, TermNode } from './ast'
import type { BindContext } from './bind'
import { bindMasked } from './bind-masked'
import { typedBoundaries, typedReading } from './bind-typed'
import type { Test } from './bound'
import { type Clock, readDate } from './dates'
import type { FieldDefinition } from './fields'
import { isAnything, isNull, readBoolean, readNumber, textOf } from './literal'
import { boundaries, numberTest } from './measure'
import { printPath } from './print'
import { isSecretAt } from './secret-at'

/**
 * The tests of a term on a document. A document's values have types of their own, so a value is read in every way that
 * it can be: `data.x:42` is the number 42 as well as the text "42". Quotes say that only the text is meant.
 */
export function bindJson(term: TermNode, field: FieldDefinition, path: PathStep[], context: BindContext): Test[] {
  const { condition } = term
  const name = printPath(term.field)
  if (path.length > 0 && isSecretAt(field, path.map(keyOf))) return bindMasked(term, field, name, context)
  const typed =
    path.length > 0 ? field.typeOf?.(path.flatMap((step) => (step.type === 'key' ? [step.key] : []))) : undefined
  switch (condition.op) {
    case 'is':
    case 'oneOf': {
      const literals = condition.op === 'is' ? [condition.value] : condition.values
      return typed
        ? literals.flatMap((literal) => typedReading(literal, typed, name, context))
        : bindValues(literals, term, path, context)
    }
    case 'compare':
    case 'range': {
      if (path.length === 0) return refuseWhole(term, field.name, context)
      if (typed) return typedBoundaries(term, condition, typed, name, context)
      const ends = condition.op === 'compare' ? [condition.value] : [condition.low, condition.high]
      const type = orderOf(
        ends.filter((literal) => literal !== null),
        context.clock,
      )
      if (type) return boundaries(condition, type, context)
      return context.refuse(`${name} can be compared with a number or a date, such as 42, 2026-01-31 or now-7d.`, term)
    }
  }
}

function keyOf(step: PathStep): string {
  if (step.type === 'key') return step.key
  return step.type === 'index' ? String(step.index) : '*'
}

function bindValues(literals: Literal[], term: TermNode, path: PathStep[], context: BindContext): Test[] {
  if (path.length === 0 && !literals.every(isAnything)) return refuseWhole(term, printPath(term.field), context)
  return literals.flatMap((literal) => readings(literal, context))
}

function refuseWhole(term: TermNode, name: string, context: BindContext): [] {
  return context.refuse(`Name a value in ${name}, for example ${name}.email.`, term.field)
}

function readings(literal: Literal, context: BindContext): Test[] {
  if (isAnything(literal)) return [{ op: 'set' }]
  const asText: Test = { op: 'text', segments: literal.segments }
  if (literal.quoted || literal.segments.length > 1) return [asText]
  const text = textOf(literal)
  if (isNull(literal)) return [asText, { op: 'null' }]
  const truth = readBoolean(text)
  if (truth !== null) return [asText, { op: 'boolean', value: truth }]
  if (readNumber(text) !== null) return [asText, ...numberTest(literal, context)]
  const span = readDate(text, context.clock)
  return span ? [asText, { op: 'date', ...span }] : [asText]
}

/** A number wins over a year: 2026 in a document is far more often a number. Null when the ends are not all of one type. */
function orderOf(ends: Literal[], clock: Clock): 'number' | 'date' | null {
  const texts = ends.map(textOf)
  if (texts.every((text) => readNumber(text) !== null)) return 'number'
  return texts.every((text) => readNumber(text) === null && readDate(text, clock) !== null) ? 'date' : null
}
