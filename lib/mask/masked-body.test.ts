import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { printMasked, readMasked } from './masked-body'

describe('a masked document on its way', () => {
  it('arrives as it was, whatever its text', () => {
    const documents = fc.record({ text: fc.json(), masked: fc.array(fc.string()) })
    fc.assert(
      fc.property(documents, (document) => {
        expect(readMasked(printMasked(document))).toEqual({ ...document })
      }),
    )
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readMasked(printMasked({ text, masked: [] })).text).toBe(text)
      }),
    )
  })

  it('is not guessed at when it is something else', () => {
    for (const body of ['', '{"a": 1}', '{"a": 1}\n{}', 'Sign in']) expect(() => readMasked(body)).toThrow(SyntaxError)
  })
})
