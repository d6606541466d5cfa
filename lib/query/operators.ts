import type { PathStep } from './ast'
import type { FieldDefinition, ValueType } from './fields'
import { typeAt } from './suggestions'

/** What can be asked of a field by choosing instead of typing. */
export type Operator =
  | 'is'
  | 'isNot'
  | 'contains'
  | 'containsNot'
  | 'startsWith'
  | 'endsWith'
  | 'oneOf'
  | 'noneOf'
  | 'within'
  | 'more'
  | 'atLeast'
  | 'less'
  | 'atMost'
  | 'between'
  | 'set'
  | 'unset'

/**
 * How the values of a field are written and compared: `words` without a field, `contains` where every text is looked for inside, `past` for
 * dates at which something happened, while a date in a document may lie ahead.
 */
export type Shape = ValueType | 'past' | 'json' | 'enum' | 'words' | 'contains'

const ORDER: readonly Operator[] = ['more', 'atLeast', 'less', 'atMost', 'between']
const PARTS: readonly Operator[] = ['contains', 'containsNot', 'startsWith', 'endsWith']
const EQUAL: readonly Operator[] = ['is', 'isNot', 'oneOf', 'noneOf']
const PRESENCE: readonly Operator[] = ['set', 'unset']

const OPERATORS: Record<Shape, readonly Operator[]> = {
  words: ['contains', 'containsNot'],
  contains: ['contains', 'containsNot', ...PRESENCE],
  enum: EQUAL,
  boolean: ['is', ...PRESENCE],
  text: [...EQUAL, ...PARTS, ...PRESENCE],
  number: ['is', 'isNot', ...ORDER, ...PRESENCE],
  date: ['is', ...ORDER, ...PRESENCE],
  past: ['within', 'is', ...ORDER, ...PRESENCE],
  json: [...EQUAL, ...PARTS, ...ORDER, ...PRESENCE],
}

/** The shape of the values at `path` in `field`; null stands for no field. */
export function shapeOf(field: FieldDefinition | null, path: readonly PathStep[]): Shape {
  if (!field) return 'words'
  if (field.kind === 'enum') return 'enum'
  if (field.kind === 'date') return 'past'
  return field.match === 'contains' ? 'contains' : typeAt(field, path)
}

/** The operators that make sense for values of that shape, the most usual first. */
export function operatorsFor(shape: Shape): readonly Operator[] {
  return OPERATORS[shape]
}

const WORDS: Record<Operator, string> = {
  is: 'is',
  isNot: 'is not',
  contains: 'contains',
  containsNot: 'does not contain',
  startsWith: 'starts with',
  endsWith: 'ends with',
  oneOf: 'is one of',
  noneOf: 'is none of',
  within: 'in the last',
  more: 'is more than',
  atLeast: 'is at least',
  less: 'is less than',
  atMost: 'is at most',
  between: 'is between',
  set: 'is set',
  unset: 'is not set',
}
const DATE_WORDS: Partial<Record<Operator, string>> = {
  is: 'is on',
  more: 'is after',
  atLeast: 'is at or after',
  less: 'is before',
  atMost: 'is at or before',
}

/** Whether the values are dates. */
export function isDate(shape: Shape): boolean {
  return shape === 'date' || shape === 'past'
}

/** The operator as people read it between field and value. */
export function operatorWords(operator: Operator, shape: Shape): string {
  return (isDate(shape) ? DATE_WORDS[operator] : undefined) ?? WORDS[operator]
}
