import { TZDate } from '@date-fns/tz'
import type { Comparator, Condition, Literal, PathStep, QueryNode } from '../ast'
import { type Clock, type DateSpan, readDate } from '../dates'
import type { ValueType } from '../fields'
import { printPath } from '../print'
import type { Row } from './documents'

/**
 * Whether the row matches a valid filter: the language's meaning once more, as plainly as it can be said, over plain objects. `type`
 * is what the values in the document are said to be.
 */
export function matches(node: QueryNode, row: Row, clock: Clock, type?: ValueType): boolean {
  switch (node.type) {
    case 'and':
      return node.nodes.every((child) => matches(child, row, clock, type))
    case 'or':
      return node.nodes.some((child) => matches(child, row, clock, type))
    case 'not':
      return !matches(node.node, row, clock, type)
    case 'text':
      return row.name !== null && like(['', ...node.value.segments, ''].join('\u0001'), row.name, '\u0001')
    case 'term': {
      const { steps } = node.field
      const root = steps[0]?.type === 'key' ? steps[0].key : ''
      if (root === 'data') return inDocument(node.condition, row.data, steps.slice(1), clock, type)
      return inColumn(node.condition, columnValues(printPath(node.field), row), root === 'about', root === 'id', clock)
    }
  }
}

type Value = string | number | boolean | Date | null

function columnValues(name: string, row: Row): Value[] {
  switch (name) {
    case 'id':
      return [row.id]
    case 'name':
    case 'about':
      return [row.name]
    case 'mood':
      return [row.mood]
    case 'size':
      return [row.size]
    case 'at':
      return [row.at]
    case 'seenAt':
      return [row.seenAt]
    case 'ok':
      return [row.ok]
    case 'tags':
      return row.tags
    case 'owner.name':
      return row.owners
    default:
      throw new Error(name)
  }
}

function inColumn(condition: Condition, values: Value[], contains: boolean, exact: boolean, clock: Clock): boolean {
  const present = values.filter((value) => value !== null)
  const ask = (literal: Literal): boolean => {
    if (isStar(literal)) return present.length > 0
    if (!literal.quoted && literal.segments.join('*') === 'null' && literal.segments.length === 1)
      return present.length === 0
    return present.some((value) => equals(value, literal, contains, exact, clock))
  }
  switch (condition.op) {
    case 'is':
      return ask(condition.value)
    case 'oneOf':
      return condition.values.some(ask)
    case 'compare':
      return present.some((value) => compare(value, condition.comparator, condition.value, clock))
    case 'range':
      return present.some((value) => within(value, condition, clock))
  }
}

function equals(
  value: Exclude<Value, null>,
  literal: Literal,
  contains: boolean,
  exact: boolean,
  clock: Clock,
): boolean {
  const text = literal.segments.join('*')
  if (typeof value === 'number') return value === Number(text)
  if (typeof value === 'boolean') return String(value) === text.toLowerCase()
  if (value instanceof Date) return inSpan(value, readDate(text, clock))
  if (exact) return literal.segments.length === 1 ? value === text : glob(literal.segments, '').test(value)
  const segments = contains && literal.segments.length === 1 ? ['', ...literal.segments, ''] : literal.segments
  return glob(segments, 'i').test(value)
}

function compare(value: unknown, comparator: Comparator, literal: Literal, clock: Clock): boolean {
  const text = literal.segments.join('*')
  if (typeof value === 'number' && isNumber(text)) {
    const limit = Number(text)
    return comparator === '>'
      ? value > limit
      : comparator === '>='
        ? value >= limit
        : comparator === '<'
          ? value < limit
          : value <= limit
  }
  const moment = isNumber(text) ? null : momentOf(value, clock)
  const span = readDate(text, clock)
  if (!moment || !span) return false
  switch (comparator) {
    case '>':
      return moment >= span.end
    case '>=':
      return moment >= span.start
    case '<':
      return moment < span.start
    case '<=':
      return moment < span.end
  }
}

function within(value: unknown, { low, high }: Extract<Condition, { op: 'range' }>, clock: Clock): boolean {
  return (!low || compare(value, '>=', low, clock)) && (!high || compare(value, '<=', high, clock))
}

function inDocument(condition: Condition, data: unknown, path: PathStep[], clock: Clock, type?: ValueType): boolean {
  if (path.length === 0) return data !== undefined
  const found = path.reduce(walk, data === undefined ? [] : [data])
  const isSet = found.some((value) => value !== null)
  const own = found.flatMap((value) => (Array.isArray(value) ? (value as unknown[]) : [value]))
  const values = type === 'number' ? own.map(numberInText) : own
  const equal = type ? equalsTyped(type) : equalsJson
  const ask = (literal: Literal) => (isStar(literal) ? isSet : own.some((value) => equal(value, literal, clock)))
  switch (condition.op) {
    case 'is':
      return ask(condition.value)
    case 'oneOf':
      return condition.values.some(ask)
    case 'compare':
      return values.some((value) => compare(value, condition.comparator, condition.value, clock))
    case 'range':
      return condition.low || condition.high ? values.some((value) => within(value, condition, clock)) : isSet
  }
}

/** One step in the lax mode of SQL/JSON. */
function walk(values: unknown[], step: PathStep): unknown[] {
  return values.flatMap((value) => {
    const list = Array.isArray(value) ? (value as unknown[]) : [value]
    if (step.type === 'every') return list
    if (step.type === 'index') return step.index < list.length ? [list[step.index]] : []
    return list.flatMap((item) =>
      typeof item === 'object' && item !== null && !Array.isArray(item) && Object.hasOwn(item, step.key)
        ? [Object.entries(item).find(([key]) => key === step.key)?.[1]]
        : [],
    )
  })
}

function equalsJson(value: unknown, { segments, quoted }: Literal, clock: Clock): boolean {
  const text = segments.join('*')
  if (segments.length > 1)
    return (typeof value === 'string' || typeof value === 'number') && glob(segments, 'i').test(String(value))
  if (typeof value === 'string' && value.toLowerCase() === text.toLowerCase()) return true
  if (quoted) return false
  if (typeof value === 'number') return isNumber(text) && value === Number(text)
  if (typeof value === 'boolean') return String(value) === text.toLowerCase()
  if (value === null) return text === 'null'
  const moment = isNumber(text) ? null : momentOf(value, clock)
  return moment !== null && inSpan(moment, readDate(text, clock))
}

function equalsTyped(type: ValueType) {
  return (value: unknown, literal: Literal, clock: Clock): boolean => {
    const text = literal.segments.join('*')
    const isScalar = typeof value === 'string' || typeof value === 'number'
    if (literal.segments.length > 1) return equalsJson(value, literal, clock)
    const asText = isScalar && String(value).toLowerCase() === text.toLowerCase()
    if (literal.quoted || type === 'text') return asText || (!literal.quoted && text === 'null' && value === null)
    if (text === 'null') return asText || value === null
    switch (type) {
      case 'number':
        return numberInText(value) === Number(text)
      case 'boolean':
        return (
          (typeof value === 'boolean' || typeof value === 'string') &&
          String(value).toLowerCase() === text.toLowerCase()
        )
      case 'date': {
        const moment = momentOf(value, clock)
        return moment !== null && inSpan(moment, readDate(text, clock))
      }
    }
  }
}

function numberInText(value: unknown): unknown {
  return typeof value === 'string' && /^\s*[+-]?\d+(\.\d+)?\s*$/.test(value) ? Number(value) : value
}

/** The moment that a date, or a text in the format of one, stands for. */
function momentOf(value: unknown, { timeZone }: Clock): Date | null {
  if (value instanceof Date) return value
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d([T ].+)?$/.test(value)) return null
  const [year = 0, month = 0, day = 0] = value.slice(0, 10).split('-').map(Number)
  const exists = new Date(Date.UTC(year, month - 1, day)).toISOString().startsWith(value.slice(0, 10))
  if (!exists) return null
  if (value.length === 10) return new Date(new TZDate(year, month - 1, day, timeZone).getTime())
  return new Date(/Z|[+-]\d\d:\d\d$/.test(value) ? value : `${value.replace(' ', 'T')}Z`)
}

function inSpan(moment: Date, span: DateSpan | null): boolean {
  return span !== null && moment >= span.start && moment < span.end
}

function isNumber(text: string): boolean {
  return /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(text)
}

function isStar({ segments }: Literal): boolean {
  return segments.length > 1 && segments.every((segment) => segment === '')
}

function glob(segments: string[], flags: string): RegExp {
  const escaped = segments.map((segment) =>
    segment.replace(/[^\p{L}\p{N}]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`),
  )
  return new RegExp(`^${escaped.join('.*')}$`, `su${flags}`)
}

function like(pattern: string, text: string, separator: string): boolean {
  return glob(pattern.split(separator), 'i').test(text)
}
