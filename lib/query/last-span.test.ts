import { describe, expect, it } from 'vitest'
import { isLastSpan, LAST_SPANS, lastSpan, spanWords } from './last-span'

describe('a span back from now', () => {
  it.each([
    ['now-24h', '24 hours'],
    ['now-7d', '7 days'],
    ['now-30d', '30 days'],
    ['now-1d', 'day'],
    ['now-2M', '2 months'],
    ['now-15m', '15 minutes'],
  ])('%s reads “%s”', (text, words) => {
    expect(isLastSpan(text)).toBe(true)
    expect(spanWords(text)).toBe(words)
  })

  it.each(['now', 'now+7d', 'today-7d', '2026-01-31', 'now-7x', ''])('%s is none', (text) => {
    expect(isLastSpan(text)).toBe(false)
    expect(spanWords(text)).toBe(text)
    expect(LAST_SPANS).toContain(lastSpan([text]))
  })

  it('that is asked for already is kept', () => {
    expect(lastSpan(['now-3d'])).toBe('now-3d')
  })
})
