import { expect, it } from 'vitest'
import { type JsonDocument, type JsonNode, keyOf, parseDocument } from './document'
import { openTo, visibleNodes } from './flatten'
import { treeMove, typeAhead } from './tree-move'

function parse(text: string): JsonDocument {
  const document = parseDocument(text)
  if (!document) throw new Error(`Not JSON: ${text}`)
  return document
}

const document = parse('{"alpha": {"beta": 1}, "list": [1, 2], "apple": null, "box": {"x": {}}}')
const keysOf = (nodes: readonly JsonNode[]) => nodes.map((node) => keyOf(document, node))

/** The row or the rows after a key, pressed on the row of `key` in a tree open down to `depth`. */
function press(name: string, key: string | number | null, depth = 1): unknown {
  const openness = openTo(depth)
  const rows = visibleNodes(document, openness)
  const at = rows.findIndex((node) => keyOf(document, node) === key)
  const move = treeMove(name, { document, openness, rows, at })
  if (!move) return null
  return 'to' in move ? (keyOf(document, move.to) ?? 'root') : keysOf(visibleNodes(document, move.openness))
}

it('moves between rows and stops at the ends', () => {
  expect(press('ArrowDown', 'alpha')).toBe('list')
  expect(press('ArrowUp', 'alpha')).toBe('root')
  expect(press('ArrowUp', null)).toBe('root')
  expect(press('ArrowDown', 'box')).toBe('box')
  expect(press('End', null)).toBe('box')
  expect(press('Home', 'box')).toBe('root')
  expect(press('PageDown', 'alpha')).toBe('box')
})

it('opens with the arrow to the right, then goes in', () => {
  expect(press('ArrowRight', 'alpha')).toEqual([null, 'alpha', 'beta', 'list', 'apple', 'box'])
  expect(press('ArrowRight', 'alpha', 2)).toBe('beta')
  expect(press('ArrowRight', 'apple')).toBeNull()
})

it('closes with the arrow to the left, then goes out', () => {
  expect(press('ArrowLeft', 'beta', 2)).toBe('alpha')
  expect(press('ArrowLeft', 'alpha', 2)).toEqual([null, 'alpha', 'list', 0, 1, 'apple', 'box', 'x'])
})

it('toggles with Enter and opens all siblings with *', () => {
  expect(press('Enter', null)).toEqual([null])
  expect(press('Enter', 'apple')).toBeNull()
  expect(press('*', 'apple')).toEqual([null, 'alpha', 'beta', 'list', 0, 1, 'apple', 'box', 'x'])
})

it('leaves other keys alone', () => {
  expect(press('Tab', 'alpha')).toBeNull()
  expect(press('a', 'alpha')).toBeNull()
})

it('finds a row by its first letters, onwards and around', () => {
  const rows = visibleNodes(document, openTo(1))
  const typed = (from: number, text: string) => {
    const node = typeAhead(document, rows, from, text)
    return node && keyOf(document, node)
  }
  expect(typed(0, 'a')).toBe('alpha')
  expect(typed(1, 'a')).toBe('apple')
  expect(typed(3, 'A')).toBe('alpha')
  expect(typed(1, 'al')).toBe('alpha')
  expect(typed(1, 'zz')).toBeNull()
})
