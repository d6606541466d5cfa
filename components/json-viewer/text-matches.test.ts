import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstFrom } from './code-matches'
import { MOST_MATCHES, textMatches } from './text-matches'

describe('where words occur in a text', () => {
  it('finds each occurrence once, in whatever case', () => {
    expect(textMatches('Ada adA bad', 'ada')).toEqual([0, 4])
    expect(textMatches('aaaa', 'aa')).toEqual([0, 2])
    expect(textMatches('anything', '')).toEqual([])
  })

  it('names only places where the words stand', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1, maxLength: 3 }), (text, words) => {
        for (const at of textMatches(text, words))
          expect(text.slice(at, at + words.length).toLowerCase()).toBe(words.toLowerCase())
      }),
    )
  })

  it('stops where nobody would step any further', () => {
    expect(textMatches('a'.repeat(MOST_MATCHES + 5), 'a')).toHaveLength(MOST_MATCHES)
  })

  it('halves its way to the first match in view', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat()), fc.nat(), (places, offset) => {
        const starts = places.sort((a, b) => a - b)
        const found = starts.findIndex((start) => start >= offset)
        expect(firstFrom(starts, offset)).toBe(found === -1 ? starts.length : found)
      }),
    )
  })
})
