import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type JsonDocument, parseDocument, pathOf } from './document'
import { dotPath } from './path'
import { findMatches, splitAtMatches } from './search'

function parse(text: string): JsonDocument {
  const document = parseDocument(text)
  if (!document) throw new Error(`Not JSON: ${text}`)
  return document
}

const sample = parse(
  String.raw`{"Email": "ada@acme.com", "n": 120, "list": ["ACME", null, true, "caf\u00e9"], "acme": {"x": "a\"b"}}`,
)
const found = (words: string) => findMatches(sample, words).map((node) => dotPath(pathOf(sample, node)))

it('finds keys and values, whatever their case, by their decoded text', () => {
  expect(found('acme')).toEqual(['Email', 'list[0]', 'acme'])
  expect(found('EMAIL')).toEqual(['Email'])
  expect(found('12')).toEqual(['n'])
  expect(found('null')).toEqual(['list[1]'])
  expect(found('CAFÉ')).toEqual(['list[3]'])
  expect(found('a"b')).toEqual(['acme.x'])
})

it('does not find brackets, escapes or indices', () => {
  expect(found('{')).toEqual([])
  expect(found('u00e9')).toEqual([])
  expect(found('1')).toEqual(['n'])
  expect(found('')).toEqual([])
})

it('finds the same among the matches of a shorter text', () => {
  expect(findMatches(sample, 'acme', findMatches(sample, 'ac'))).toEqual(findMatches(sample, 'acme'))
})

it('cuts a text at its matches and loses nothing of it', () => {
  expect(splitAtMatches('Acme acme', 'ACME')).toEqual(['', 'Acme', ' ', 'acme', ''])
  expect(splitAtMatches('İstanbul', 'i')).toEqual(['İstanbul'])
  fc.assert(
    fc.property(fc.string(), fc.string({ maxLength: 2 }), (text, words) => {
      expect(splitAtMatches(text, words).join('')).toBe(text)
    }),
  )
})
