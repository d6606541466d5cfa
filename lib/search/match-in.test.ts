import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchIn } from './match-in'

const text = JSON.stringify({
  name: 'Ada Lovelace',
  contact: { email: 'ada.lovelace@acme.example', phones: ['+49 30 1', 'x'] },
  id: 12_345,
  note: `${'before '.repeat(8)}the needle${' behind'.repeat(20)}`,
})

describe('where a document has a word', () => {
  it.each([
    [['@ACME'], 'email: ada.lovelace@acme.example'],
    [['lovelace'], 'name: Ada Lovelace'],
    [['nowhere', '+49'], 'phones: +49 30 1'],
    [['needle'], 'note: …before the needle behind behind behind behind behind…'],
    [['12345'], null],
    [['nowhere'], null],
    [[''], null],
  ])('%j is %j', (words, found) => {
    expect(matchIn(text, words)).toBe(found)
  })

  it('is one line, without half a character, whatever the text and the word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.nat(199), fc.nat(20), (value, from, length) => {
        const found = matchIn(JSON.stringify({ a: value }), [value.slice(from, from + length)])
        if (found !== null) expect(found).not.toMatch(/[\p{Cc}\p{Cs}]/u)
      }),
    )
  })

  it('is found however deep it lies', () => {
    const deep = 100_000
    expect(matchIn(`${'['.repeat(deep)}"ada"${']'.repeat(deep)}`, ['ada'])).toBe('ada')
  })

  it('is found in what is no object', () => {
    expect(matchIn('"ada"', ['ad'])).toBe('ada')
    expect(matchIn('[null, true, ["ada"]]', ['ad'])).toBe('ada')
  })
})
