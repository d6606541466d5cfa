import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  childrenOf,
  type JsonDocument,
  type JsonNode,
  keyOf,
  parseDocument,
  pathOf,
  sourceOf,
  textOf,
} from './document'

function parse(text: string): JsonDocument {
  const document = parseDocument(text)
  if (!document) throw new Error(`Not JSON: ${text}`)
  return document
}

/** The value again, from nothing but the nodes. */
function rebuild(document: JsonDocument, node: JsonNode): unknown {
  if (node.kind === 'array')
    return childrenOf(document, node, Number.POSITIVE_INFINITY).map((child) => rebuild(document, child))
  if (node.kind === 'object') {
    const members = childrenOf(document, node, Number.POSITIVE_INFINITY)
    return Object.fromEntries(members.map((child) => [keyOf(document, child), rebuild(document, child)]))
  }
  return node.kind === 'string' ? textOf(document, node) : JSON.parse(sourceOf(document, node))
}

it('knows every value of any document, however it is spaced', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(0, 2, '\t'), (value, space) => {
      const text = JSON.stringify(value, null, space)
      const document = parse(text)
      expect(rebuild(document, document.root)).toEqual(JSON.parse(text))
    }),
  )
})

it('tells place, level and kinship as a tree widget needs them', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const document = parse(JSON.stringify(value))
      document.nodes.forEach((node, index) => {
        expect(node.index).toBe(index)
        expect(node.level).toBe(pathOf(document, node).length + 1)
        const children = childrenOf(document, node, Number.POSITIVE_INFINITY)
        expect(children).toHaveLength(node.size)
        expect(children.map(({ position }) => position)).toEqual(children.map((_, place) => place + 1))
        expect(children.every(({ parent }) => parent === node)).toBe(true)
      })
    }),
  )
})

it('keeps what JavaScript would alter', () => {
  const document = parse(
    '{"big": 12345678901234567890, "exact": 1.10, "exp": 1E400, "__proto__": {"a": 1}, "twice": 1, "twice": 2}',
  )
  const members = childrenOf(document, document.root, 10)
  expect(members.map((node) => [keyOf(document, node), sourceOf(document, node)])).toEqual([
    ['big', '12345678901234567890'],
    ['exact', '1.10'],
    ['exp', '1E400'],
    ['__proto__', '{"a": 1}'],
    ['twice', '1'],
    ['twice', '2'],
  ])
})

it('decodes escapes in keys and values, also beside quotation marks', () => {
  const document = parse(String.raw`{"a\"\\": "\\", "\u00e9": "line\nbreak \"\\\" end"}`)
  const members = childrenOf(document, document.root, 10)
  expect(members.map((node) => [keyOf(document, node), textOf(document, node)])).toEqual([
    ['a"\\', '\\'],
    ['é', 'line\nbreak "\\" end'],
  ])
})

it('survives any depth', () => {
  const depth = 100_000
  const document = parse('['.repeat(depth) + ']'.repeat(depth))
  expect(document.nodes).toHaveLength(depth)
  expect(document.nodes.at(-1)?.level).toBe(depth)
})

it.each(['', '{', '{"a": undefined}', "{'a': 1}", '[1,]', 'NaN', '\ufeff{}', '1 2'])(
  'says that %j is not JSON',
  (text) => {
    expect(parseDocument(text)).toBeNull()
  },
)
