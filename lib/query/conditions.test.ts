import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conditionsOf, removeCondition, replaceCondition } from './conditions'
import { parseQuery } from './parse'
import { printQuery } from './print'
import { anyField, anyLiteral, arbitraryQuery, withoutPositions } from './test/arbitrary-query'

const at = (text: string, place: number) => {
  const found = conditionsOf(text)?.[place]
  return found ?? expect.fail(`no condition ${place} in ${text}`)
}
/** Of two in parentheses the one that is left stands in them alone. */
const bare = (term: string): string => (/^\(.*\)$/s.test(term) ? bare(term.slice(1, -1)) : term)
const texts = (text: string) => conditionsOf(text)?.map(({ from, to }) => text.slice(from, to))

describe('the conditions of a filter', () => {
  it.each([
    ['', []],
    ['a:1  b', ['a:1', 'b']],
    ['(a:1 b) AND -c', ['a:1', 'b', '-c']],
    ['(a OR b) c', ['(a OR b)', 'c']],
    ['((a)) -(b c)', ['((a))', '-(b c)']],
    ['a OR b', ['a OR b']],
    ['a"b"c', ['a', '"b"', 'c']],
  ])('of %s are %j', (text, expected) => {
    expect(texts(text)).toEqual(expected)
  })

  it.each([
    ['a:1', 0, ''],
    [' (a:1) ', 0, ''],
    ['a b c', 0, 'b c'],
    ['a  b   c', 1, 'a   c'],
    ['a AND b AND c', 1, 'a AND c'],
    ['a AND b', 0, 'b'],
    ['(a b) c', 0, '(b) c'],
    ['(b) c', 0, 'c'],
    ['x (a b)', 2, 'x (a)'],
    ['(a OR b) c', 0, 'c'],
    ['a"b"c', 1, 'a c'],
    ['a -(b c)', 1, 'a'],
  ])('%j without number %i is %j', (text, place, expected) => {
    expect(removeCondition(text, at(text, place))).toBe(expected)
  })

  it.each([
    ['a  b', 1, 'c:d', 'a  c:d'],
    ['a b', 0, 'x OR y', '(x OR y) b'],
    ['a b', 0, '(x OR y)', '(x OR y) b'],
    ['a b', 0, '(x) OR (y)', '((x) OR (y)) b'],
    ['a', 0, 'x OR y', 'x OR y'],
    ['a"b"c', 1, 'd', 'a d c'],
    ['a b', 1, '  ', 'a'],
  ])('%j with number %i replaced by %j is %j', (text, place, written, expected) => {
    expect(replaceCondition(text, at(text, place), written)).toBe(expected)
  })

  it('removes and replaces one, and leaves the text of every other as it was typed', () => {
    const anyQuery = arbitraryQuery({ field: anyField, literal: () => anyLiteral })
    fc.assert(
      fc.property(anyQuery, anyQuery, fc.nat(), fc.constantFrom(' ', '  ', ' AND '), (query, other, some, gap) => {
        const text = printQuery(query).replaceAll(' AND ', gap)
        const before = conditionsOf(text)
        const written = printQuery(other)
        fc.pre(before !== null && before.length > 0 && text.length + written.length < 1_500)
        const index = some % before.length
        const place = at(text, index)
        const kept = before
          .filter((_, position) => position !== index)
          .map(({ from, to }) => bare(text.slice(from, to)))
        expect(texts(removeCondition(text, place))?.map(bare)).toEqual(kept)
        const replaced = replaceCondition(text, place, written)
        const now = texts(replaced)?.map(bare) ?? expect.fail(replaced)
        expect([...now.slice(0, index), ...now.slice(now.length - (before.length - 1 - index))]).toEqual(kept)
        const parsed = parseQuery(replaced)
        const meant = conditionsOf(replaced)?.slice(index, now.length - (before.length - 1 - index)) ?? []
        expect(parsed.ok && meant.map(withoutPositions)).toEqual((conditionsOf(written) ?? []).map(withoutPositions))
      }),
      { numRuns: 1_000 },
    )
  })
})
