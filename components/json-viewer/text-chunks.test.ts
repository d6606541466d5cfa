import fc from 'fast-check'
import { expect, it } from 'vitest'
import { chunkEnd } from './text-chunks'

function chunks(text: string, length: number): string[] {
  const found: string[] = []
  for (let from = 0; from < text.length; ) {
    const end = chunkEnd(text, from, length)
    found.push(text.slice(from, end))
    from = end
  }
  return found
}

it('cuts behind lines', () => {
  expect(chunks('one\ntwo\nthree\n', 8)).toEqual(['one\ntwo\n', 'three\n'])
  expect(chunks('one\ntwo\nthree\n', 7)).toEqual(['one\n', 'two\n', 'three\n'])
  expect(chunks('short', 200)).toEqual(['short'])
})

it('cuts a line that is longer than a chunk, but no surrogate pair', () => {
  expect(chunks('abcdef\ng', 3)).toEqual(['abc', 'def', '\ng'])
  expect(chunks('😀😀😀', 3)).toEqual(['😀', '😀', '😀'])
})

it('always goes on, and loses nothing', () => {
  const text = fc.array(fc.constantFrom('a', '\n', '😀', '\ud800', '\udc00')).map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 9 }), (given, length) => {
      const found = chunks(given, length)
      expect(found.join('')).toBe(given)
      expect(found.every((chunk) => chunk.length > 0 && chunk.length <= length + 1)).toBe(true)
    }),
  )
})
