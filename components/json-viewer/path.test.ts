import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseDocument, pathOf } from './document'
import { dotPath, jsonPath, jsonPointer, nodeAt, postgresPath } from './path'

const plain = ['person', 'tags', 0]
const awkward = ["it's", 'a "b"\\', 'NULL', '', 'x.y/z~', 'naïve', 2]

it('writes plain paths plainly', () => {
  expect(dotPath(plain)).toBe('person.tags[0]')
  expect(jsonPath(plain)).toBe('$.person.tags[0]')
  expect(postgresPath(plain, 'data')).toBe("data #>> '{person,tags,0}'")
  expect(jsonPointer(plain)).toBe('/person/tags/0')
})

it('quotes whatever would be read otherwise', () => {
  expect(dotPath(awkward)).toBe(String.raw`["it's"]["a \"b\"\\"].NULL[""]["x.y/z~"].naïve[2]`)
  expect(jsonPath(awkward)).toBe(String.raw`$['it\'s']['a "b"\\'].NULL['']['x.y/z~']['naïve'][2]`)
  expect(postgresPath(awkward, '"syncConfig"')).toBe(
    String.raw`"syncConfig" #>> '{"it''s","a \"b\"\\","NULL","","x.y/z~",naïve,2}'`,
  )
  expect(jsonPointer(awkward)).toBe(String.raw`/it's/a "b"\/NULL//x.y~1z~0/naïve/2`)
})

it('has a word for the root', () => {
  expect(dotPath([])).toBe('')
  expect(jsonPath([])).toBe('$')
  expect(postgresPath([], 'data')).toBe("data #>> '{}'")
  expect(jsonPointer([])).toBe('')
})

it('finds each value again by its pointer, and nothing by another', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      const document = parseDocument(text) ?? expect.fail('no document')
      for (const node of document.nodes) expect(nodeAt(document, jsonPointer(pathOf(document, node)))).toBe(node)
    }),
  )
  const document = parseDocument('{"a": [1, {"b/c": 2}]}') ?? expect.fail('no document')
  for (const pointer of ['a', '/b', '/a/2', '/a/1/b/c', '/a/0/x', '//']) expect(nodeAt(document, pointer)).toBeNull()
})
