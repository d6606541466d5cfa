import type { Comparator, Condition, FieldReference, Literal, QueryNode, Span } from './ast'
import type { QueryProblem } from './problem'
import { Scanner, SyntaxProblem } from './scanner'

/** UTF-16 code units that a filter may have; keeps it within what every proxy accepts as part of a URL. */
export const MAX_QUERY_LENGTH = 2_000
/** Parentheses and negations that may stand inside one another. */
export const MAX_DEPTH = 50
const COMPARATORS: Comparator[] = ['>=', '<=', '>', '<']
/** What JavaScript allows in a string and Postgres in no text: NUL, and half of a surrogate pair. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: NUL is what it looks for.
const UNSTORABLE = /\u0000|\p{Surrogate}/u

export type ParsedQuery = { ok: true; ast: QueryNode | null } | { ok: false; problems: QueryProblem[] }

/**
 * Reads a filter expression. An empty or blank text is a filter that lets everything through (`ast` is null).
 * Never throws; a text that is not a filter gives at least one problem. Fields and types are checked later, by `bindQuery`.
 */
export function parseQuery(text: string): ParsedQuery {
  try {
    return { ok: true, ast: parse(new Scanner(text)) }
  } catch (error) {
    if (error instanceof SyntaxProblem) return { ok: false, problems: [error.problem] }
    throw error
  }
}

function parse(scanner: Scanner): QueryNode | null {
  const { text } = scanner
  if (text.length > MAX_QUERY_LENGTH)
    scanner.fail(`A filter may have at most ${MAX_QUERY_LENGTH} characters.`, {
      from: MAX_QUERY_LENGTH,
      to: text.length,
    })
  const unstorable = UNSTORABLE.exec(text)
  if (unstorable)
    scanner.fail('This character is not allowed here.', { from: unstorable.index, to: unstorable.index + 1 })
  scanner.skipSpace()
  if (scanner.done) return null
  const node = parseOr(scanner, 0)
  if (!scanner.done) scanner.fail('This closing parenthesis has no opening one.')
  return node
}

function parseOr(scanner: Scanner, depth: number): QueryNode {
  const first = parseAnd(scanner, depth)
  const rest: QueryNode[] = []
  while (scanner.takeKeyword('OR')) rest.push(parseAnd(scanner, depth))
  return group('or', first, rest)
}

function parseAnd(scanner: Scanner, depth: number): QueryNode {
  const first = parseUnary(scanner, depth)
  const rest: QueryNode[] = []
  for (;;) {
    scanner.skipSpace()
    if (scanner.takeKeyword('AND')) rest.push(parseUnary(scanner, depth))
    else if (scanner.done || scanner.peek() === ')' || scanner.isAtKeyword('OR')) return group('and', first, rest)
    else rest.push(parseUnary(scanner, depth))
  }
}

function group(type: 'and' | 'or', first: QueryNode, rest: QueryNode[]): QueryNode {
  const last = rest.at(-1)
  return last ? { type, nodes: [first, ...rest], from: first.from, to: last.to } : first
}

function parseUnary(scanner: Scanner, depth: number): QueryNode {
  scanner.skipSpace()
  const from = scanner.at
  if (depth > MAX_DEPTH) scanner.fail(`A filter may be nested at most ${MAX_DEPTH} deep.`)
  if (scanner.takeKeyword('NOT')) return negate(parseUnary(scanner, depth + 1), from)
  if (scanner.take('-')) {
    const next = scanner.peek()
    if (next === '' || next === ')' || /\s/.test(next))
      scanner.fail('A term is missing after this minus sign. To search for the sign itself, put it in quotes.', {
        from,
        to: from + 1,
      })
    return negate(parseUnary(scanner, depth + 1), from)
  }
  if (scanner.take('(')) return parseParentheses(scanner, depth + 1, from)
  return parseTerm(scanner)
}

function negate(node: QueryNode, from: number): QueryNode {
  return { type: 'not', node, from, to: node.to }
}

function parseParentheses(scanner: Scanner, depth: number, from: number): QueryNode {
  const node = parseOr(scanner, depth)
  if (!scanner.take(')')) scanner.fail('This parenthesis is never closed.', { from, to: from + 1 })
  return { ...node, from, to: scanner.at }
}

function parseTerm(scanner: Scanner): QueryNode {
  const field = scanner.field()
  if (field) {
    const condition = parseCondition(scanner, field)
    return { type: 'term', field, condition, from: field.from, to: scanner.at }
  }
  for (const keyword of ['OR', 'AND'])
    if (scanner.isAtKeyword(keyword))
      scanner.fail(`A term is missing before or after this ${keyword}.`, span(scanner.at, keyword.length))
  const from = scanner.at
  const value = scanner.literal()
  if (!value) return scanner.fail(missingTerm(scanner), { from, to: Math.min(from + 1, scanner.text.length) })
  refuseFieldLike(scanner, value)
  return { type: 'text', value, from: value.from, to: value.to }
}

function missingTerm(scanner: Scanner): string {
  return scanner.done ? 'The filter ends where a term is expected.' : 'A term is missing here.'
}

/** A bare word with a colon was meant as a field, or is a text such as an address that has to be quoted; both are told. */
function refuseFieldLike(scanner: Scanner, value: Literal): void {
  if (value.quoted) {
    if (scanner.peek() === ':') scanner.fail('A field is written without quotes around its first part.', value)
    return
  }
  const colon = unescapedColon(scanner.text, value)
  if (colon < 0) return
  const name = scanner.text.slice(value.from, colon)
  if (name === '') scanner.fail('A field is missing before this colon.', span(colon, 1))
  scanner.fail(`A field cannot be named "${name}". To search for the text, put it in quotes.`, value)
}

function unescapedColon(text: string, { from, to }: Span): number {
  for (let at = from; at < to; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text[at] === ':') return at
  }
  return -1
}

function parseCondition(scanner: Scanner, field: FieldReference): Condition {
  const name = scanner.text.slice(field.from, field.to)
  const comparator = COMPARATORS.find((candidate) => scanner.take(candidate))
  if (comparator) return { op: 'compare', comparator, value: value(scanner, `${name}:${comparator}`, field) }
  if (scanner.peek() === '[') return parseRange(scanner)
  if (scanner.peek() === '(') return parseList(scanner, name, field)
  return { op: 'is', value: value(scanner, `${name}:`, field) }
}

function value(scanner: Scanner, after: string, place: Span, closer?: string): Literal {
  const literal = scanner.literal(closer)
  return literal ?? scanner.fail(`A value is missing after ${after}.`, { from: place.from, to: scanner.at })
}

function parseRange(scanner: Scanner): Condition {
  const from = scanner.at
  scanner.take('[')
  scanner.skipSpace()
  const low = value(scanner, '[', span(from, 1), ']')
  scanner.skipSpace()
  if (!scanner.takeKeyword('TO')) scanner.fail('A range is written [from TO to].', { from, to: scanner.at })
  scanner.skipSpace()
  const high = value(scanner, 'TO', { from, to: scanner.at }, ']')
  scanner.skipSpace()
  if (!scanner.take(']')) scanner.fail('This bracket is never closed.', span(from, 1))
  return { op: 'range', low: openEnd(low), high: openEnd(high) }
}

function openEnd(literal: Literal): Literal | null {
  return literal.segments.length === 2 && literal.segments.join('') === '' ? null : literal
}

function parseList(scanner: Scanner, name: string, field: Span): Condition {
  const from = scanner.at
  scanner.take('(')
  const values: Literal[] = []
  do {
    scanner.skipSpace()
    if (scanner.isAtKeyword('OR')) scanner.fail('A value is missing before this OR.', span(scanner.at, 2))
    values.push(value(scanner, values.length === 0 ? `${name}:(` : 'OR', field))
    scanner.skipSpace()
  } while (scanner.takeKeyword('OR'))
  if (scanner.done) scanner.fail('This parenthesis is never closed.', span(from, 1))
  if (!scanner.take(')')) scanner.fail(`Write OR between the values of ${name}.`)
  const [only] = values
  return only && values.length === 1 ? { op: 'is', value: only } : { op: 'oneOf', values }
}

function span(from: number, length: number): Span {
  return { from, to: from + length }
}
