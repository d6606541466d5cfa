import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addTerm, hasTerm, removeTerm, toggleTerm } from './edit'
import { parseQuery } from './parse'
import { printQuery } from './print'
import { quoteValue, termOfJson, termText } from './term-text'
import { anyField, anyLiteral, arbitraryQuery, storableText, withoutPositions } from './test/arbitrary-query'

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
          const readsOtherwise =
            /^(null|true|false|-?(0|[1-9]\d*)(\.\d+)?(e\d{1,3})?|\d{4}-.*|now.*|today|AND|OR|NOT|TO)$/.test(value)
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

  it('is printed as it is written, so that a browser can tell it in a filter without reading that', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.constantFrom('null', 'true', '5', 'a\\', '"'))
    const number = fc.constantFrom('1e5000', '1E+5', '-0', '0.10', '12345678901234567890', 'true', 'null')
    fc.assert(
      fc.property(
        fc.oneof(
          text.map((value) => JSON.stringify(value)),
          number,
        ),
        (source) => {
          const term = termOfJson('data.a', source)
          const parsed = parseQuery(term ?? '')
          expect(parsed.ok && printQuery(parsed.ast)).toBe(term ?? '')
        },
      ),
      { numRuns: 2_000 },
    )
  })

  it('keeps the digits of a number and the type of a scalar', () => {
    expect(termOfJson('data.a', '12345678901234567890.10')).toBe('data.a:12345678901234567890.10')
    expect(termOfJson('data.a', '"5"')).toBe('data.a:"5"')
    expect(termOfJson('data.a', 'null')).toBe('data.a:null')
    expect(termOfJson('data.a', '{"a":1}')).toBeNull()
    expect(termOfJson('data.a', '[]')).toBeNull()
    expect(termOfJson('data.a', `"${'x'.repeat(600)}"`)).toBeNull()
    expect(termOfJson('data.a', '"a\\u0000"')).toBeNull()
    expect(termOfJson('data.a', '"\\ud800"')).toBeNull()
    expect(termOfJson('data.a', '"\\ud83d\\ude00"')).toBe('data.a:"😀"')
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
