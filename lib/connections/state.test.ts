import { describe, expect, it } from 'vitest'
import { connectionState } from './state'

describe('the state of a connection', () => {
  it.each([
    ['1 issue', 1, null, 'A failing sync replaces it with its own.'],
    ['2 issues', 2, '2026-03-01T00:00:00Z', 'A failing sync replaces them with its own.'],
    ['No issues', 0, '2026-03-01T00:00:00Z', 'A sync is recorded, and no issues.'],
    ['Unknown', 0, null, 'this does not mean never.'],
  ])('is %s', (word, issueCount, lastSyncAt, sentence) => {
    const state = connectionState('en', { issueCount, lastSyncAt })
    expect(state.word).toBe(word)
    expect(state.sentence).toContain(sentence)
  })
})
