import { describe, expect, it } from 'vitest'
import { connectionHealth } from './health-state'

const HOUR = 60 * 60_000
const now = Date.UTC(2026, 10, 24, 3)
/** Something every two hours for thirty days, up to so many hours ago. */
const seen = (hoursAgo: number) => Array.from({ length: 360 }, (_, at) => now - hoursAgo * HOUR - (359 - at) * 2 * HOUR)

describe('how a connection does', () => {
  it.each([
    ['Healthy', 0, seen(1), 'every 2 hours'],
    ['Quiet', 0, seen(72), 'nothing for 3 days'],
    ['Degraded', 2, seen(1), '2 issues are recorded. Records still arrive as usual.'],
    ['Failing', 1, seen(72), '1 issue is recorded. Usually'],
    ['Failing', 1, [], '1 issue is recorded.'],
    ['Unknown', 0, [], 'Too few'],
    ['Unknown', 0, [now - HOUR], 'Too few'],
  ])('is %s with %i issues', (word, issueCount, moments, said) => {
    const health = connectionHealth('en', { issueCount, seen: moments, now })
    expect(health.word).toBe(word)
    expect(health.sentence).toContain(said)
  })

  it('never says that something has never happened', () => {
    for (const moments of [[], seen(1), seen(72)])
      expect(connectionHealth('en', { issueCount: 0, seen: moments, now }).sentence).not.toMatch(/\bnever\b/i)
  })
})
