import type { Condition, Literal, PathStep, QueryNode } from './ast'
import { type FieldDefinition, findField } from './fields'
import { isLastSpan } from './last-span'
import { isAnything, isNull, readBoolean, readNumber } from './literal'
import { type Operator, operatorsFor, type Shape, shapeOf } from './operators'
import { parseQuery } from './parse'
import { printPath, printPattern } from './print'
import { quote, quoteValue } from './term-text'

/**
 * A condition as a form holds it. `field` is written as before the colon, empty for any text; `values` are what people read: one, two
 * for a range (an empty one is an open end), any number for a list, none for "is set". In a document, quotation marks around a value
 * say that the text is meant and not the number.
 */
export interface TermDraft {
  field: string
  operator: Operator
  values: string[]
}

/** What a field as it is written stands for: its definition (null for none), the way on into a document, and the shape of its values. */
export function fieldAt(
  written: string,
  fields: readonly FieldDefinition[],
): { field: FieldDefinition | null; path: PathStep[]; shape: Shape } | null {
  if (written === '') return { field: null, path: [], shape: 'words' }
  const parsed = parseQuery(`${written}:*`)
  const found = parsed.ok && parsed.ast?.type === 'term' ? findField(fields, parsed.ast.field) : null
  return found && { ...found, shape: shapeOf(found.field, found.path) }
}

const COMPARATORS = { within: '>', more: '>', atLeast: '>=', less: '<', atMost: '<=' } as const
const OPPOSITES: Partial<Record<Operator, Operator>> = {
  is: 'isNot',
  contains: 'containsNot',
  oneOf: 'noneOf',
  set: 'unset',
}

/** The term of a draft. Whether its values are valid is for `checkQuery` to say. */
export function writeTerm({ field, operator, values }: TermDraft, shape: Shape): string {
  const prefix = field === '' ? '' : `${field}:`
  const written = values.map((value) => writeValue(value, shape))
  const [first = '""', second = '*'] = written
  const [only = ''] = values
  switch (operator) {
    case 'is':
      return prefix + first
    case 'isNot':
      return `-${prefix}${first}`
    case 'contains':
    case 'containsNot': {
      const isPattern = shape !== 'words' && shape !== 'contains'
      return `${operator === 'contains' ? '' : '-'}${prefix}${isPattern ? printPattern(['', only, '']) : first}`
    }
    case 'startsWith':
      return prefix + printPattern([only, ''])
    case 'endsWith':
      return prefix + printPattern(['', only])
    case 'oneOf':
    case 'noneOf':
      return `${operator === 'oneOf' ? '' : '-'}${prefix}${written.length > 1 ? `(${written.join(' OR ')})` : first}`
    case 'between':
      return `${prefix}[${only === '' ? '*' : first} TO ${values[1] ? second : '*'}]`
    case 'set':
      return `${prefix}*`
    case 'unset':
      return `-${prefix}*`
    default:
      return `${prefix}${COMPARATORS[operator]}${first}`
  }
}

function writeValue(value: string, shape: Shape): string {
  switch (shape) {
    case 'words':
      return /^\p{L}[\p{L}\p{N}_@.]*$/u.test(value) && !/^(AND|OR|NOT)$/.test(value) ? value : quote(value)
    case 'text':
    case 'enum':
    case 'contains':
      return quoteValue(value)
    case 'json':
      return isQuotedText(value) || hasType(value) ? value : quoteValue(value)
    default:
      return /^[\w.:+-]+$/.test(value) ? value : quote(value)
  }
}

function isQuotedText(value: string): boolean {
  const parsed = parseQuery(value)
  return parsed.ok && parsed.ast?.type === 'text' && parsed.ast.value.quoted && value.startsWith('"')
}

/** Whether an unquoted value in a document is more than its text: a number, a date, true, false or null. */
function hasType(value: string): boolean {
  const isOther = value === 'null' || readBoolean(value) !== null || readNumber(value) !== null
  return isOther || (quoteValue(value) === quote(value) && /^[\w.:+-]+$/.test(value))
}

/** A condition as a form can show it; null for what only the text can say. Writing it gives a term that means the same. */
export function readTerm(node: QueryNode, fields: readonly FieldDefinition[]): TermDraft | null {
  const isNegated = node.type === 'not'
  const inner = isNegated ? node.node : node
  if (inner.type !== 'term' && inner.type !== 'text') return null
  const field = inner.type === 'term' ? printPath(inner.field) : ''
  const shape = fieldAt(field, fields)?.shape
  const read = inner.type === 'term' ? readCondition(inner.condition, shape) : readValue(inner.value, 'words')
  const operator = read && (isNegated ? OPPOSITES[read.operator] : read.operator)
  if (!read || !operator || !shape || !operatorsFor(shape).includes(operator)) return null
  const draft = { field, operator, values: read.values }
  const again = parseQuery(writeTerm(draft, shape))
  return again.ok && again.ast && meaning(again.ast, shape) === meaning(node, shape) ? draft : null
}

type Read = Pick<TermDraft, 'operator' | 'values'> | null

function readCondition(condition: Condition, shape: Shape = 'text'): Read {
  switch (condition.op) {
    case 'is':
      return readValue(condition.value, shape)
    case 'oneOf':
      return { operator: 'oneOf', values: condition.values.map((literal) => shown(literal, shape)) }
    case 'range':
      return {
        operator: 'between',
        values: [condition.low, condition.high].map((literal) => (literal ? shown(literal, shape) : '')),
      }
    case 'compare': {
      const value = shown(condition.value, shape)
      if (shape === 'past' && condition.comparator === COMPARATORS.within && isLastSpan(value))
        return { operator: 'within', values: [value] }
      const operator = (['more', 'atLeast', 'less', 'atMost'] as const).find(
        (name) => COMPARATORS[name] === condition.comparator,
      )
      return operator ? { operator, values: [value] } : null
    }
  }
}

function readValue(literal: Literal, shape: Shape): Read {
  if (isAnything(literal)) return { operator: 'set', values: [] }
  const [first = '', second = '', third] = literal.segments
  const isInside = shape === 'words' || shape === 'contains'
  if (literal.segments.length === 1) {
    if (isNull(literal) && shape !== 'json' && shape !== 'words') return null
    return { operator: isInside ? 'contains' : 'is', values: [shown(literal, shape)] }
  }
  if (isInside || literal.segments.length > 3) return null
  if (third !== undefined) return first === '' && third === '' ? { operator: 'contains', values: [second] } : null
  if (first === '') return { operator: 'endsWith', values: [second] }
  return second === '' ? { operator: 'startsWith', values: [first] } : null
}

/** A value that is written as in a filter, as it stands in a form. */
export function plainValue(written: string, shape: Shape): string {
  const parsed = parseQuery(`field:${written}`)
  const literal =
    parsed.ok && parsed.ast?.type === 'term' && parsed.ast.condition.op === 'is' && parsed.ast.condition.value
  return literal ? shown(literal, shape) : written
}

/** A value as it stands in a form. */
function shown(literal: Literal, shape: Shape): string {
  const text = literal.segments.join('*')
  const isAmbiguous = literal.quoted ? hasType(text) || isQuotedText(text) : false
  return shape === 'json' && isAmbiguous ? quote(text) : text
}

/** What a node says, to compare two of them: outside of documents, quotation marks only say where a value ends. */
function meaning(node: QueryNode, shape: Shape): string {
  return JSON.stringify(node, (key, value: unknown) => {
    if (key === 'from' || key === 'to') return undefined
    return key === 'quoted' && shape !== 'json' ? undefined : value
  })
}
