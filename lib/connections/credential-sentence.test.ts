import { describe, expect, it } from 'vitest'
import { credentialSentence } from './credential-sentence'

const now = Date.parse('2026-03-04T12:00:00Z')
const say = (expiresAt: string | null, renewable: boolean, renewableUntil: string | null = null) =>
  credentialSentence({ expiresAt, renewable, renewableUntil }, now, 'en')

describe('what the end of a credential says', () => {
  it('is a failure where nothing renews it, and none where something does', () => {
    expect(say('2026-03-01T12:00:00.000Z', false)).toMatchObject({
      word: 'Expired',
      tone: 'danger',
      sentence: expect.stringContaining('expired 3 days ago and cannot be renewed'),
    })
    expect(say('2026-03-01T12:00:00.000Z', true)).toMatchObject({ word: 'Renewable', tone: 'neutral' })
    expect(say('2026-03-01T12:00:00.000Z', true, '2026-03-02T12:00:00.000Z')).toMatchObject({ word: 'Expired' })
  })

  it('warns of what ends within a day', () => {
    expect(say('2026-03-05T11:00:00.000Z', false)).toMatchObject({ word: 'Expires', tone: 'warning' })
    expect(say('2026-03-09T12:00:00.000Z', false)).toMatchObject({ word: 'Expires', tone: 'neutral' })
    expect(say(null, false)).toBeNull()
  })
})
