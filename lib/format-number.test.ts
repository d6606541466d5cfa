import { describe, expect, it } from 'vitest'
import { formatBytes } from './format-bytes'
import { formatCount, formatDigits, formatNumber, formatShare } from './format-number'

it.each([
  ['en-US', '1,234,567'],
  ['en-GB', '1,234,567'],
  ['de-DE', '1.234.567'],
  ['ja-JP', '1,234,567'],
  ['ar-EG', '١٬٢٣٤٬٥٦٧'],
])('writes a number as %s does', (locale, text) => {
  expect(formatNumber(locale, 1_234_567)).toBe(text)
})

it('counts in English words, whatever the digits', () => {
  const words = { one: 'record', other: 'records' }
  expect([0, 1, 2, 1_000].map((count) => formatCount('de-DE', count, words))).toEqual([
    '0 records',
    '1 record',
    '2 records',
    '1.000 records',
  ])
  expect(formatCount('ar-EG', 1, words)).toBe('١ record')
})

it('writes sizes in decimal units', () => {
  expect([1, 999, 1_000, 12_449, 999_949, 999_950, 5_240_000].map((bytes) => formatBytes('en-GB', bytes))).toEqual([
    '1 byte',
    '999 bytes',
    '1 kB',
    '12.4 kB',
    '999.9 kB',
    '1 MB',
    '5.2 MB',
  ])
  expect(formatBytes('de-DE', 12_449)).toBe('12,4 kB')
})

it('writes digits without losing one, and amounts as amounts', () => {
  const write = (digits: string, of = {}) => formatDigits('en-GB', digits, of)
  expect(write('9007199254740993.1')).toBe('9,007,199,254,740,993.1')
  expect(write('+0.50')).toBe('0.5')
  expect(write('1e400')).toBe('1e400')
  expect(write('9'.repeat(40))).toBe('9'.repeat(40))
  expect([write('1200.5', { isAmount: true }), write('1200', { isAmount: true })]).toEqual(['1,200.50', '1,200'])
  expect(write('1200', { currency: 'EUR' })).toBe('€1,200.00')
  expect(formatDigits('de-DE', '-1200.5', { currency: 'EUR' })).toMatch(/^-1\.200,50\s€$/)
})

describe('a share', () => {
  it.each([
    [0, 10, '0%'],
    [10, 10, '100%'],
    [1, 3, '33.3%'],
    [9_999, 10_000, '99.9%'],
    [1, 100_000, '0.1%'],
    [0, 0, '0%'],
  ])('%i of %i is %s', (part, whole, expected) => {
    expect(formatShare('en', part, whole)).toBe(expected)
  })
})
