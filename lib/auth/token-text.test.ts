import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bearerOf, isForBearers } from './bearer'
import { isToken, newToken, tokenHint } from './token-text'

describe('a token', () => {
  it('is known by its prefix, its length and its sum, and is never the same', () => {
    const tokens = Array.from({ length: 200 }, newToken)
    expect(new Set(tokens).size).toBe(200)
    for (const token of tokens) {
      expect(token).toMatch(/^mak_[0-9A-Za-z]{38}$/)
      expect(isToken(token)).toBe(true)
      expect(token.startsWith(tokenHint(token))).toBe(true)
    }
  })

  it('is not known any more when a character is another, or one is missing', () => {
    const token = newToken()
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 41 }), fc.constantFrom(...'aZ09'), (at, other) => {
        fc.pre(token[at] !== other)
        expect(isToken(token.slice(0, at) + other + token.slice(at + 1))).toBe(false)
      }),
    )
    for (const wrong of ['', 'mak_', token.slice(0, -1), `${token}a`, ` ${token}`, token.replace('mak_', 'gha_')])
      expect(isToken(wrong)).toBe(false)
  })
})

describe('a bearer', () => {
  it.each([
    [null, null],
    ['', null],
    ['Basic abc', null],
    ['Bearerabc', null],
    ['Bearer', ''],
    ['bearer  abc ', 'abc'],
    ['BEARER a b', 'a b'],
  ])('in %j is %j', (header, bearer) => expect(bearerOf(header)).toBe(bearer))

  it.each([
    '/records/export',
    '/connections/export',
    '/audit/export',
    '/records/count',
    '/records/abc/data',
    '/records/abc/peek',
    '/connections/abc/sync-config',
    '/exports/abc/file',
    '/exports/abc/manifest',
  ])('reads %s and changes nothing there', (path) => {
    expect(isForBearers('GET', path)).toBe(true)
    expect(isForBearers('POST', path)).toBe(false)
  })

  it.each([
    '/',
    '/records',
    '/records/abc',
    '/records/abc/edit/state',
    '/records/a/b/data',
    '/users',
    '/tokens',
    '/search',
    '/records/export/x',
    '/x/records/export',
    '/live',
  ])('does not come to %s', (path) => expect(isForBearers('GET', path)).toBe(false))
})
