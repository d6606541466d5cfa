import type { Condition, Literal, TermNode } from './ast'
import type { BindContext } from './bind'
import type { Test } from './bound'
import type { ValueType } from './fields'
import { isAnything, isNull, readBoolean, readNumber, textOf } from './literal'
import { boundaries, dateTest, numberTest } from './measure'
import { quote } from './term-text'

const KIND: Record<ValueType, string> = {
  text: 'text',
  number: 'a number',
  boolean: 'true or false',
  date: 'a date',
}

/**
 * `field:value` where a Property says of which type the values at the path are: the value is read as that, and stored texts that
 * are such a value count too. Quotes and wildcards ask for a text all the same, because stored values may contradict their type.
 */
export function typedReading(literal: Literal, type: ValueType, name: string, context: BindContext): Test[] {
  if (isAnything(literal)) return [{ op: 'set' }]
  const asText: Test = { op: 'text', segments: literal.segments, inNumbers: true }
  if (literal.quoted || literal.segments.length > 1) return [asText]
  if (isNull(literal)) return [asText, { op: 'null' }]
  const text = textOf(literal)
  switch (type) {
    case 'text':
      return [asText]
    case 'number':
      if (readNumber(text) === null) return refuseValue(literal, type, name, context)
      return numberTest(literal, context).map(inTexts)
    case 'boolean': {
      const value = readBoolean(text)
      return value === null ? refuseValue(literal, type, name, context) : [{ op: 'boolean', value, inTexts: true }]
    }
    case 'date':
      return dateTest(literal, context)
  }
}

/** A comparison or range where a Property says the type: only numbers and dates have an order. */
export function typedBoundaries(
  term: TermNode,
  condition: Extract<Condition, { op: 'compare' | 'range' }>,
  type: ValueType,
  name: string,
  context: BindContext,
): Test[] {
  if (type === 'number' || type === 'date') return boundaries(condition, type, context).map(inTexts)
  return context.refuse(
    `${name} is ${KIND[type]}, which has no order, so it cannot be compared with > or <. Use ${name}:value.`,
    term,
  )
}

function inTexts(test: Test): Test {
  return test.op === 'number' ? { ...test, inTexts: true } : test
}

function refuseValue(literal: Literal, type: ValueType, name: string, context: BindContext): [] {
  const quoted = quote(textOf(literal))
  return context.refuse(`${name} is ${KIND[type]}. To find the text, put it in quotes.`, literal, quoted)
}
