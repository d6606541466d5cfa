import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type JsonDocument, keyOf, parseDocument } from './document'
import { firstOpenness, isOpen, nearestVisible, openTo, visibleNodes, withOpen, withVisible } from './flatten'

function parse(text: string): JsonDocument {
  const document = parseDocument(text)
  if (!document) throw new Error(`Not JSON: ${text}`)
  return document
}

const sample = parse('{"a": {"b": {"c": 1}}, "d": [1, {"e": 2}], "f": {}}')
const keys = (openness = openTo(1)) => visibleNodes(sample, openness).map((node) => keyOf(sample, node))
const find = (key: string) => {
  const node = sample.nodes.find((candidate) => keyOf(sample, candidate) === key)
  if (!node) throw new Error(`No ${key}`)
  return node
}

it('shows the rows down to a depth', () => {
  expect(keys(openTo(0))).toEqual([null])
  expect(keys(openTo(1))).toEqual([null, 'a', 'd', 'f'])
  expect(keys(openTo(2))).toEqual([null, 'a', 'b', 'd', 0, 1, 'f'])
  expect(keys(openTo(9))).toEqual([null, 'a', 'b', 'c', 'd', 0, 1, 'e', 'f'])
})

it('opens and closes one container and leaves the rest', () => {
  const opened = withOpen(openTo(1), [find('d')], true)
  expect(keys(opened)).toEqual([null, 'a', 'd', 0, 1, 'f'])
  expect(keys(withOpen(opened, [find('d')], true))).toEqual(keys(opened))
  expect(keys(withOpen(opened, [find('d')], false))).toEqual(keys(openTo(1)))
})

it('never opens what holds nothing', () => {
  expect(isOpen(openTo(9), find('f'))).toBe(false)
  expect(isOpen(withOpen(openTo(0), [find('c')], true), find('c'))).toBe(false)
})

it('makes any value a row, whatever was open', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.nat(4), fc.nat(), fc.array(fc.nat(30)), (value, depth, pick, flips) => {
      const document = parse(JSON.stringify(value))
      const node = document.nodes[pick % document.nodes.length]
      if (!node) throw new Error('A document has at least its root.')
      const openness = withVisible({ depth, flipped: new Set(flips) }, node)
      expect(visibleNodes(document, openness)).toContain(node)
    }),
  )
})

it('finds the row that stands for a value, shown or hidden', () => {
  expect(nearestVisible(openTo(9), find('c'))).toBe(find('c'))
  expect(nearestVisible(openTo(2), find('c'))).toBe(find('b'))
  expect(nearestVisible(openTo(1), find('c'))).toBe(find('a'))
  expect(nearestVisible(withOpen(openTo(9), [find('a')], false), find('c'))).toBe(find('a'))
  expect(nearestVisible(openTo(0), find('c'))).toBe(sample.root)
})

it('starts with about a screen, the root always open', () => {
  const items = Array.from({ length: 4_000 }, (_, index) => ({ index, text: 'x' }))
  const large = parse(JSON.stringify({ items, other: { a: 1 } }))
  expect(visibleNodes(large, firstOpenness(large))).toHaveLength(3)
  expect(visibleNodes(sample, firstOpenness(sample))).toHaveLength(sample.nodes.length)
  const wide = parse(JSON.stringify(items.map(({ index }) => index)))
  expect(visibleNodes(wide, firstOpenness(wide))).toHaveLength(4_001)
})
