import type { Condition, Literal } from './ast'
import type { BindContext } from './bind'
import type { NumberEnd, Test } from './bound'
import { type DateSpan, readDate } from './dates'
import { readNumber, textOf } from './literal'

type OrderedCondition = Extract<Condition, { op: 'compare' | 'range' }>

/** `field:value` for a number; a problem when it is none. */
export function numberTest(literal: Literal, context: BindContext): Test[] {
  const digits = numberOf(literal, context)
  return digits === null ? [] : [{ op: 'number', low: end(digits, true), high: end(digits, true) }]
}

/** `field:value` for a date, which holds for every moment within the day, month or minute that was written. */
export function dateTest(literal: Literal, context: BindContext): Test[] {
  const span = dateOf(literal, context)
  return span ? [{ op: 'date', ...span }] : []
}

/** A comparison or a range of numbers or dates. A date is compared as a whole: `:>2026-01-01` begins on the 2nd. */
export function boundaries(condition: OrderedCondition, type: 'number' | 'date', context: BindContext): Test[] {
  return type === 'number' ? numberBoundaries(condition, context) : dateBoundaries(condition, context)
}

function numberBoundaries(condition: OrderedCondition, context: BindContext): Test[] {
  if (condition.op === 'range') {
    const low = condition.low && numberOf(condition.low, context)
    const high = condition.high && numberOf(condition.high, context)
    if (low === null && high === null) return [{ op: 'set' }]
    return [{ op: 'number', ...(low && { low: end(low, true) }), ...(high && { high: end(high, true) }) }]
  }
  const digits = numberOf(condition.value, context)
  if (digits === null) return []
  const inclusive = condition.comparator.endsWith('=')
  return [{ op: 'number', [condition.comparator.startsWith('>') ? 'low' : 'high']: end(digits, inclusive) }]
}

function dateBoundaries(condition: OrderedCondition, context: BindContext): Test[] {
  if (condition.op === 'range') {
    const low = condition.low && dateOf(condition.low, context)
    const high = condition.high && dateOf(condition.high, context)
    if (!low && !high) return [{ op: 'set' }]
    return [{ op: 'date', ...(low && { start: low.start }), ...(high && { end: high.end }) }]
  }
  const span = dateOf(condition.value, context)
  if (!span) return []
  switch (condition.comparator) {
    case '>':
      return [{ op: 'date', start: span.end }]
    case '>=':
      return [{ op: 'date', start: span.start }]
    case '<':
      return [{ op: 'date', end: span.start }]
    case '<=':
      return [{ op: 'date', end: span.end }]
  }
}

function end(digits: string, inclusive: boolean): NumberEnd {
  return { digits, inclusive }
}

function numberOf(literal: Literal, context: BindContext): string | null {
  const number = readNumber(textOf(literal))
  if (number !== null && number !== 'outOfRange') return number.digits
  const reason = number === null ? 'is not a number' : 'is too large to be compared'
  context.refuse(`"${textOf(literal)}" ${reason}.`, literal)
  return null
}

function dateOf(literal: Literal, context: BindContext): DateSpan | null {
  const span = readDate(textOf(literal), context.clock)
  if (span) return span
  context.refuse(`"${textOf(literal)}" is not a date. Write one such as 2026-01-31, today or now-7d.`, literal)
  return null
}
