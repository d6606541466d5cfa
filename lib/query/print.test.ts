import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_QUERY_LENGTH, parseQuery } from './parse'
import { printQuery } from './print'
import { anyField, anyLiteral, arbitraryQuery, storableText, withoutPositions } from './test/arbitrary-query'

const anyQuery = arbitraryQuery({ field: anyField, literal: () => anyLiteral })
const queryLike = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '(',
        ')',
        '"',
        ' ',
        'OR ',
        'AND ',
        'NOT ',
        '-',
        'data.',
        ':',
        ':>',
        ':[',
        ' TO ',
        ']',
        '*',
        '\\',
        'a',
      ),
      storableText,
    ),
  )
  .map((parts) => parts.join(''))

function ast(text: string) {
  const parsed = parseQuery(text)
  return parsed.ok ? parsed.ast : expect.fail(`${text} was refused: ${JSON.stringify(parsed.problems)}`)
}

describe('printing', () => {
  it('gives a text that parses to the same filter', () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        const printed = printQuery(query)
        fc.pre(printed.length <= MAX_QUERY_LENGTH)
        expect(withoutPositions(ast(printed))).toEqual(withoutPositions(query))
      }),
      { numRuns: 2_000 },
    )
  })

  it('is stable, and no text makes the parser throw', () => {
    fc.assert(
      fc.property(fc.oneof(queryLike, fc.string({ unit: 'binary' })), (text) => {
        const parsed = parseQuery(text)
        if (!parsed.ok) {
          expect(parsed.problems.length).toBeGreaterThan(0)
          for (const { from, to, message } of parsed.problems) {
            expect(message).toMatch(/\.$/)
            expect(from).toBeLessThanOrEqual(to)
            expect(to).toBeLessThanOrEqual(text.length)
          }
          return
        }
        const printed = printQuery(parsed.ast)
        fc.pre(printed.length <= MAX_QUERY_LENGTH)
        expect(printQuery(ast(printed))).toBe(printed)
        expect(withoutPositions(ast(printed))).toEqual(withoutPositions(parsed.ast))
      }),
      { numRuns: 5_000 },
    )
  })
})
