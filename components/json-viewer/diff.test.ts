import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Difference, differences } from './diff'
import { type JsonDocument, parseDocument, sourceOf } from './document'
import { dotPath } from './path'

function documentOf(value: unknown): JsonDocument {
  const document = parseDocument(JSON.stringify(value))
  if (!document) throw new Error('not JSON')
  return document
}

function compare(left: unknown, right: unknown) {
  const [a, b] = [documentOf(left), documentOf(right)]
  return { a, b, found: differences({ document: a, node: a.root }, { document: b, node: b.root }) }
}

const told = (left: unknown, right: unknown) =>
  compare(left, right).found.map(({ change, path }) => `${change} ${dotPath(path)}`.trim())

const scalar = fc.oneof(fc.integer(), fc.string(), fc.boolean(), fc.constant(null))
const key = fc.string().filter((name) => name !== '__proto__')
const flat = fc.dictionary(key, scalar, { minKeys: 1 })
const nested = fc.dictionary(key, fc.oneof(scalar, flat), { minKeys: 1 })

/** Every value that holds no other, as `path → text`. */
function leavesOf(value: unknown, path: readonly string[] = []): [string, string][] {
  if (typeof value !== 'object' || value === null) return [[JSON.stringify(path), JSON.stringify(value)]]
  return Object.entries(value).flatMap(([name, member]) => leavesOf(member, [...path, name]))
}

/** The leaves that the differences name on one side, what is named whole taken apart. */
function leavesTold(document: JsonDocument, side: 'left' | 'right', found: Difference[]): [string, string][] {
  return found.flatMap((difference) => {
    const node = difference[side]
    return node ? leavesOf(JSON.parse(sourceOf(document, node)), difference.path.map(String)) : []
  })
}

const sorted = (leaves: [string, string][]) => leaves.map((leaf) => leaf.join()).sort()

describe('where two values differ', () => {
  it('names what was changed, added and removed, by its path', () => {
    expect(told({ a: 1, b: 2, c: { d: 3 } }, { a: 1, b: 5, c: { e: 3 } })).toEqual([
      'same a',
      'changed b',
      'removed c.d',
      'added c.e',
    ])
    expect(told({ a: { deep: [1, { x: 1 }] } }, { a: { deep: [1, { x: 2 }] } })).toEqual([
      'same a.deep[0]',
      'changed a.deep[1].x',
    ])
    expect(told([1], { 0: 1 })).toEqual(['changed'])
  })

  it('does not take all items for changed when one was put in at the front', () => {
    expect(told([{ n: 1 }, { n: 2 }], [{ n: 0 }, { n: 1 }, { n: 2 }])).toEqual(['added [0]', 'same [1]', 'same [2]'])
    expect(told([1, 2, 3], [1, 3])).toEqual(['same [0]', 'removed [1]', 'same [1]'])
  })

  it('aligns long lists too, and ends in any depth', () => {
    const items = Array.from({ length: 5_000 }, (_, n) => ({ n }))
    const others = told(items, [{ n: -1 }, ...items]).filter((line) => !line.startsWith('same'))
    expect(others).toEqual(['added [0]'])
    const deep = (core: string) => parseDocument(`${'{"a":'.repeat(20_000)}${core}${'}'.repeat(20_000)}`)
    const [a, b] = [deep('1'), deep('2')]
    if (!a || !b) throw new Error('not JSON')
    const found = differences({ document: a, node: a.root }, { document: b, node: b.root })
    expect(found.map(({ change }) => change)).toEqual(['changed'])
  })

  it('tells the same from either side', () => {
    const turned = { added: 'removed', removed: 'added', changed: 'changed', same: 'same' }
    fc.assert(
      fc.property(nested, nested, (left, right) => {
        const one = compare(left, right).found.map(({ change, path }) => `${change} ${dotPath(path)}`)
        const other = compare(right, left).found.map(({ change, path }) => `${turned[change]} ${dotPath(path)}`)
        expect(other.sort()).toEqual(one.sort())
      }),
    )
  })

  it('finds nothing between equal values, in whatever order their keys stand', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(compare(value, value).found.map(({ change }) => change)).toEqual(['same'])
      }),
    )
    expect(told({ a: 1, b: 2 }, { b: 2, a: 1 })).toEqual(['same'])
    expect(told('\u00e9', 'é')).toEqual(['same'])
  })

  it('tells digits apart that a number would lose', () => {
    const [a, b] = ['{"n": 12345678901234567890}', '{"n": 12345678901234567891}'].map((text) => parseDocument(text))
    if (!a || !b) throw new Error('not JSON')
    const found = differences({ document: a, node: a.root }, { document: b, node: b.root })
    expect(found.map(({ change }) => change)).toEqual(['changed'])
  })

  it('tells every value of both sides once, equal ones as the same and others as not', () => {
    fc.assert(
      fc.property(nested, nested, (left, right) => {
        const { a, b, found } = compare(left, right)
        expect(sorted(leavesTold(a, 'left', found))).toEqual(sorted(leavesOf(left)))
        expect(sorted(leavesTold(b, 'right', found))).toEqual(sorted(leavesOf(right)))
        for (const { change, left: one, right: other } of found) {
          if (one && other) expect(sourceOf(a, one) === sourceOf(b, other)).toBe(change === 'same')
        }
      }),
    )
  })

  it('tells every item of both lists once, in their order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5), { minLength: 1 }), fc.array(fc.nat(5), { minLength: 1 }), (left, right) => {
        const { a, b, found } = compare(left, right)
        if (found[0]?.path.length === 0) {
          expect(left).toEqual(right)
          return
        }
        const told = (document: JsonDocument, side: 'left' | 'right') =>
          found.flatMap(({ [side]: node }) => (node ? [Number(sourceOf(document, node))] : []))
        expect(told(a, 'left')).toEqual(left)
        expect(told(b, 'right')).toEqual(right)
      }),
    )
  })
})
