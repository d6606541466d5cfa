import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDocument } from './document'
import { prettyPrint } from './pretty-print'
import { prettyText } from './pretty-text'

describe('JSON over several lines, from its text alone', () => {
  it('is what the parsed document prints, whatever the white space between', () => {
    const anyJson = fc.tuple(fc.jsonValue({ maxDepth: 6 }), fc.constantFrom(undefined, 1, 4, '\t'))
    fc.assert(
      fc.property(anyJson, ([value, space]) => {
        const text = JSON.stringify(value, null, space)
        const document = parseDocument(text)
        expect(prettyText(text)).toBe(document && prettyPrint(document, document.root))
      }),
    )
  })

  it('keeps digits, keys and escapes', () => {
    const text = '{"big":12345678901234567890,"a":1.50,"a":[ ],"\\u202e\\"":{ },"__proto__":null}'
    expect(prettyText(text)).toBe(
      '{\n  "big": 12345678901234567890,\n  "a": 1.50,\n  "a": [],\n  "\\u202e\\"": {},\n  "__proto__": null\n}',
    )
  })
})
