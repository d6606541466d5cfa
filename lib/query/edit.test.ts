import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addTerm, hasTerm, quoteValue, removeTerm, termForJson, termText, toggleTerm } from './edit'
import { parseQuery } from './parse'
import { printQuery } from './print'
import { anyField, anyLiteral, arbitraryQuery, storableText, withoutPositions } from './test/arbitrary-query'

const path = [
  { type: 'key' as const, key: 'data' },
  { type: 'key' as const, key: 'odd key' },
]

describe('a value as a term', () => {
  it('means the text and nothing else', () => {
    fc.assert(
      fc.property(
        fc.oneof(storableText, fc.constantFrom('null', 'true', '5', 'OR', 'now-7d', '2026-01-01')),
        (value) => {
          const parsed = parseQuery(termText('data.a', value))
          const literal =
            parsed.ok && parsed.ast?.type === 'term' && parsed.ast.condition.op === 'is' && parsed.ast.condition.value
          expect(literal).toMatchObject({ segments: [value] })
          const readsOtherwise = /^(null|true|false|-?\d.*|now.*|today|OR)$/.test(value)
          if (readsOtherwise) expect(literal).toMatchObject({ quoted: true })
        },
      ),
    )
  })

  it('is plain where that reads the same', () => {
    expect(['CONTACT', 'ada@x.com', 'a-b', 'a b', 'null', '5', 'TRUE', '>5', '*', ''].map(quoteValue)).toEqual([
      'CONTACT',
      'ada@x.com',
      'a-b',
      '"a b"',
      '"null"',
      '"5"',
      '"TRUE"',
      '">5"',
      '"*"',
      '""',
    ])
  })

  it('keeps the digits of a number and the type of a scalar', () => {
    expect(termForJson(path, '12345678901234567890.10')).toBe('data."odd key":12345678901234567890.10')
    expect(termForJson(path, '"5"')).toBe('data."odd key":"5"')
    expect(termForJson(path, 'null')).toBe('data."odd key":null')
    expect(termForJson(path, '{"a":1}')).toBeNull()
    expect(termForJson(path, '[]')).toBeNull()
    expect(termForJson(path, `"${'x'.repeat(600)}"`)).toBeNull()
  })
})

describe('editing a filter', () => {
  it.each([
    ['', 'a:b', 'a:b'],
    ['  ', 'a:b', 'a:b'],
    ['x', 'a:b', 'x a:b'],
    ['x  y', 'a:b', 'x  y a:b'],
    ['x OR y', 'a:b', '(x OR y) a:b'],
    ['a:b x', 'a:b', 'a:b x'],
    ['(a:b x) y', 'a:b', '(a:b x) y'],
    ['a:b OR x', 'a:b', '(a:b OR x) a:b'],
    ['x OR', 'a:b', '(x OR) a:b'],
    [' *\\ ', 'a:b', '*\\  a:b'],
  ])('%j with %j is %j', (text, term, expected) => {
    expect(addTerm(text, term)).toBe(expected)
  })

  it.each([
    ['a:b', 'a:b', ''],
    ['x a:"b"', 'a:b', 'x a:"b"'],
    ['x AND a:b y', 'a:b', 'x y'],
    ['(x OR y) a:b', 'a:b', '(x OR y)'],
    ['x OR a:b', 'a:b', 'x OR a:b'],
    ['x OR (', 'a:b', 'x OR ('],
  ])('%j without %j is %j', (text, term, expected) => {
    expect(removeTerm(text, term)).toBe(expected)
  })

  it('takes back what it added, and leaves the rest as it was', () => {
    const anyQuery = arbitraryQuery({ field: anyField, literal: () => anyLiteral })
    fc.assert(
      fc.property(anyQuery, (query) => {
        const text = printQuery(query)
        fc.pre(text.length < 1_900 && !hasTerm(text, 'added:term') && query.type !== 'and')
        const added = toggleTerm(text, 'added:term')
        expect(hasTerm(added, 'added:term')).toBe(true)
        const removed = parseQuery(toggleTerm(added, 'added:term'))
        expect(removed.ok && withoutPositions(removed.ast)).toEqual(withoutPositions(query))
      }),
    )
  })
})
