import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchScore, ranked, weightNow, withUse } from './rank'

const word = fc.stringMatching(/^[a-z]{3,8}$/)
const DAY = 86_400_000

describe('matchScore', () => {
  it('puts the same text before its beginning, that before a word, that before a part, that before mere letters', () => {
    const labels = ['ada', 'adam', 'lady ada', 'canada', 'audia']
    const scores = labels.map((label) => matchScore('ada', label))
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
    expect(new Set(scores).size).toBe(labels.length)
  })

  it('finds nothing in what has not every word, nor for nothing', () => {
    expect(matchScore('ada lovelace', 'ada byron')).toBe(0)
    expect(matchScore('', 'ada')).toBe(0)
    expect(matchScore('anna', 'integrations accounts')).toBe(0)
    expect(matchScore('xq', 'a xylophone quartet')).toBe(0)
  })

  it('is from 0 to 1, 1 for the text itself, whatever its case, and never lower for more of it', () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        const label = `${one} ${other}`
        expect(matchScore(label.toUpperCase(), label)).toBe(1)
        expect(matchScore(one, label)).toBeGreaterThanOrEqual(matchScore(one.slice(1), label) - 0.2)
        for (const typed of [one, other, `${other} ${one}`]) {
          expect(matchScore(typed, label)).toBeGreaterThan(0)
          expect(matchScore(typed, label)).toBeLessThanOrEqual(1)
        }
      }),
    )
  })
})

describe('what a person uses', () => {
  it('halves its weight in a week, and never gains by waiting or by a clock that goes back', () => {
    expect(weightNow(4, 0, 7 * DAY)).toBe(2)
    expect(weightNow(4, 10, 0)).toBe(4)
    fc.assert(
      fc.property(fc.nat(1_000), fc.nat(400), fc.nat(400), (weight, one, more) => {
        expect(weightNow(weight, 0, (one + more) * DAY)).toBeLessThanOrEqual(weightNow(weight, 0, one * DAY))
      }),
    )
  })

  it('leads among what answers equally well, and never over what answers better or makes an answer of none', () => {
    const labels = ['ada', 'adam', 'lady ada', 'canada', 'audia', 'none']
    fc.assert(
      fc.property(fc.array(fc.nat(1_000_000), { minLength: 6, maxLength: 6 }), (weights) => {
        const scores = labels.map((label, place) => withUse(matchScore('ada', label), weights[place] ?? 0))
        expect(scores).toEqual([...scores].sort((a, b) => b - a))
        expect(scores[5]).toBe(0)
      }),
    )
    expect(withUse(0.5, 3)).toBeGreaterThan(withUse(0.5, 1))
  })
})

it('ranks the best first, equals in their order, and leaves out what does not answer', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 3 })), (scores) => {
      const items = scores.map((score, place) => ({ score, place }))
      const result = ranked(items, ({ score }) => score)
      expect(result).toHaveLength(scores.filter((score) => score > 0).length)
      for (const [at, item] of result.entries()) {
        const before = result[at - 1]
        if (before)
          expect(before.score > item.score || (before.score === item.score && before.place < item.place)).toBe(true)
      }
    }),
  )
})
