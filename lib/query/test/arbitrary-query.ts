import fc from 'fast-check'
import type { Condition, FieldReference, Literal, PathStep, QueryNode } from '../ast'

const HERE = { from: 0, to: 0 }

/** Filters of any shape over the given fields and values; nested groups up to `maxDepth`. Positions are all zero. */
export function arbitraryQuery({
  field,
  literal,
  maxDepth = 3,
}: {
  field: fc.Arbitrary<FieldReference>
  literal: (field: FieldReference | null) => fc.Arbitrary<Literal>
  maxDepth?: number
}): fc.Arbitrary<QueryNode> {
  const term = field.chain((reference) =>
    arbitraryCondition(literal(reference)).map(
      (condition): QueryNode => ({ type: 'term', field: reference, condition, ...HERE }),
    ),
  )
  const text = literal(null).map((value): QueryNode => ({ type: 'text', value, ...HERE }))
  const { node } = fc.letrec<{ node: QueryNode }>((tie) => ({
    node: fc.oneof(
      { maxDepth, depthIdentifier: 'query' },
      { arbitrary: term, weight: 4 },
      { arbitrary: text, weight: 1 },
      tie('node').map((inner): QueryNode => ({ type: 'not', node: inner, ...HERE })),
      fc
        .tuple(fc.constantFrom('and' as const, 'or' as const), fc.array(tie('node'), { minLength: 2, maxLength: 3 }))
        .map(([type, nodes]): QueryNode => ({ type, nodes, ...HERE })),
    ),
  }))
  return node
}

function arbitraryCondition(literal: fc.Arbitrary<Literal>): fc.Arbitrary<Condition> {
  const end = fc.option(
    literal.filter(({ segments }) => segments.join('') !== '' || segments.length === 1),
    { freq: 3 },
  )
  return fc.oneof(
    { arbitrary: literal.map((value): Condition => ({ op: 'is', value })), weight: 4 },
    fc
      .tuple(fc.constantFrom('>' as const, '>=' as const, '<' as const, '<=' as const), literal)
      .map(([comparator, value]): Condition => ({ op: 'compare', comparator, value })),
    fc.tuple(end, end).map(([low, high]): Condition => ({ op: 'range', low, high })),
    fc.array(literal, { minLength: 2, maxLength: 3 }).map((values): Condition => ({ op: 'oneOf', values })),
  )
}

/** Text that a filter can hold: no NUL, no half of a surrogate pair. */
export const storableText = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom(...'"\\()[]*:-<>= .%_\'$?aA0ORTO'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    ),
  })
  .filter((text) => !/\0|\p{Surrogate}/u.test(text))

export const anyLiteral: fc.Arbitrary<Literal> = fc.oneof(
  storableText.map((text) => ({ segments: [text], quoted: true, ...HERE })),
  fc
    .tuple(storableText, fc.array(storableText.filter((text) => text !== '')), fc.option(storableText))
    .map(([first, inner, last]) => ({
      segments: [first, ...inner, ...(last === null && (first !== '' || inner.length > 0) ? [] : [last ?? ''])],
      quoted: false,
      ...HERE,
    }))
    .filter(({ segments }) => segments.length > 1 || segments[0] !== ''),
)

const step: fc.Arbitrary<PathStep> = fc.oneof(
  storableText.map((key): PathStep => ({ type: 'key', key })),
  fc.nat().map((index): PathStep => ({ type: 'index', index })),
  fc.constant<PathStep>({ type: 'every' }),
)

export const anyField: fc.Arbitrary<FieldReference> = fc
  .tuple(fc.constantFrom('status', 'data', 'connection', 'é_1'), fc.array(step, { maxLength: 3 }))
  .map(([key, rest]) => ({ steps: [{ type: 'key', key }, ...rest], ...HERE }))

/** The same filter without positions, for comparison. */
export function withoutPositions(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPositions)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([key]) => key !== 'from' && key !== 'to')
  return Object.fromEntries(entries.map(([key, inner]) => [key, withoutPositions(inner)]))
}
