import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FALLBACK_LOCALE, foreignLang, localeFrom } from './locale'

describe('the locale of a header', () => {
  it.each([
    ['de-DE,de;q=0.9,en;q=0.8', 'de-DE'],
    ['ar-EG', 'ar-EG'],
    ['ja', 'ja'],
    ['en;q=0.5, fr-CH;q=0.7', 'fr-CH'],
    ['xx-Klingon, tlh, de;q=0.1', 'de'],
    ['de;q=0, it', 'it'],
    ['de-XX', 'de'],
    ['ar-EG-u-nu-latn-ca-islamic', 'ar-EG'],
    ['*', FALLBACK_LOCALE],
    ['x-private', FALLBACK_LOCALE],
    ['de;q=nonsense', FALLBACK_LOCALE],
    ['', FALLBACK_LOCALE],
    [null, FALLBACK_LOCALE],
  ])('%s is %s', (header, locale) => {
    expect(localeFrom(header)).toBe(locale)
  })

  it('is one that every formatter takes as it is, whatever was sent', () => {
    const tag = fc.stringMatching(/^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8}){0,4}(;q=[0-9.]{1,4})?$/)
    const header = fc.oneof(fc.string({ unit: 'binary' }), fc.array(tag, { maxLength: 6 }).map(String))
    fc.assert(
      fc.property(header, (sent) => {
        const locale = localeFrom(sent)
        expect(Intl.DateTimeFormat.supportedLocalesOf(locale)).toEqual([locale])
        expect(localeFrom(locale)).toBe(locale)
        expect(new Intl.NumberFormat(locale).format(1)).not.toBe('')
      }),
      { numRuns: 300 },
    )
  })
})

it('names the language where it is not the page’s', () => {
  expect(['en', 'en-US', 'de-DE', 'enm'].map(foreignLang)).toEqual([undefined, undefined, 'de-DE', 'enm'])
})
