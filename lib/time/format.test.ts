import { describe, expect, it } from 'vitest'
import { formatDate, formatDay, formatExactUtc, formatInstant, formatRelative, zoneName } from './format'

const ISO = '2026-11-23T14:05:09.123Z'
const LATER = new Date(ISO).getTime() + 3 * 3_600_000
// Which space, comma or mark stands between the parts changes with the data of the locales; what people read does not.
const plain = (text: string) => text.replace(/[\s\u200e\u200f\u061c]+/gu, ' ').trim()

describe('a time, in the locale and zone of whoever looks', () => {
  it.each([
    ['en-GB', 'Europe/Berlin', '23 Nov 2026, 15:05'],
    ['en-US', 'America/New_York', 'Nov 23, 2026, 09:05 AM'],
    ['de-DE', 'Europe/Berlin', '23. Nov. 2026, 15:05'],
    ['ja-JP', 'Asia/Tokyo', '2026年11月23日 23:05'],
    ['ar-EG', 'Africa/Cairo', '٢٣ نوفمبر ٢٠٢٦، ٠٤:٠٥ م'],
  ])('in full: %s, %s', (locale, zone, text) => {
    expect(plain(formatInstant(ISO, zone, locale))).toBe(text)
  })

  it.each([
    ['en-GB', '3 hours ago'],
    ['de-DE', 'vor 3 Stunden'],
    ['ja-JP', '3 時間前'],
    ['ar-EG', 'قبل ٣ ساعات'],
  ])('ago: %s', (locale, text) => {
    expect(plain(formatRelative(ISO, LATER, locale))).toBe(text)
  })

  it('is now while it is less than a minute away, either side', () => {
    const at = new Date(ISO).getTime()
    expect(formatRelative(ISO, at + 59_999, 'en-GB')).toBe('now')
    expect(formatRelative(ISO, at - 59_999, 'de-DE')).toBe('jetzt')
    expect(formatRelative(ISO, at + 86_400_000, 'en-US')).toBe('yesterday')
  })

  it('names the zone, and the day with its year and without', () => {
    expect(zoneName(ISO, 'Europe/Berlin', 'en-GB')).toBe('CET')
    expect(zoneName(ISO, 'Europe/Berlin', 'de-DE')).toBe('MEZ')
    expect(formatDate(ISO, 'Asia/Tokyo', 'en-US')).toBe('Nov 23, 2026')
    expect(formatDay(ISO, 'Asia/Tokyo', 'de-DE')).toBe('23. Nov.')
  })

  it('has one exact form for all', () => {
    expect(formatExactUtc(ISO)).toBe('2026-11-23 14:05:09.123 UTC')
  })
})
