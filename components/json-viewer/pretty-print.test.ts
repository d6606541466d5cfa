import fc from 'fast-check'
import { expect, it } from 'vitest'
import { childrenOf, type JsonDocument, parseDocument } from './document'
import { prettyPrint } from './pretty-print'

function parse(text: string): JsonDocument {
  const document = parseDocument(text)
  if (!document) throw new Error(`Not JSON: ${text}`)
  return document
}

it('prints as JSON.stringify does, of the whole and of any part', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value)
      const document = parse(text)
      expect(prettyPrint(document, document.root)).toBe(JSON.stringify(JSON.parse(text), null, 2))
    }),
  )
  const document = parse('{"a": {"b": [1, {}], "c": []}, "d": 1}')
  const [part] = childrenOf(document, document.root, 1)
  if (!part) throw new Error('The root has members.')
  expect(prettyPrint(document, part)).toBe(JSON.stringify({ b: [1, {}], c: [] }, null, 2))
})

it('alters no number, escape or key', () => {
  const document = parse(String.raw`{"a\u0041":12345678901234567890,"a":1.10,"a":"\u00e9\/"}`)
  expect(prettyPrint(document, document.root)).toBe(
    String.raw`{
  "a\u0041": 12345678901234567890,
  "a": 1.10,
  "a": "\u00e9\/"
}`,
  )
})
