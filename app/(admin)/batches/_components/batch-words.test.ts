import { describe, expect, it } from 'vitest'
import type { BatchRow } from '@/lib/batches/batch-dto'
import { batchTitle, reasonText, timeLeft } from './batch-words'

const batch: BatchRow = {
  id: 'b',
  verb: 'soft-delete',
  value: null,
  scope: { kind: 'undo', q: '', now: '2026-01-01T00:00:00.000Z', timeZone: 'UTC' },
  state: 'ready',
  reason: null,
  actorId: 'a',
  actorEmail: 'a@b.c',
  createdAt: '2026-01-01T00:00:00.000Z',
  startedAt: null,
  endedAt: null,
  total: 1_234,
  worked: 0,
  changed: 0,
  drifted: 0,
  rate: 0,
  undoesId: null,
}

describe('a batch in words', () => {
  it('says what it does to how many', () => {
    expect(batchTitle('en', batch)).toBe('Soft-delete 1,234 records')
    expect(batchTitle('en', { ...batch, total: 1, verb: 'restore', undoesId: 'x' })).toBe('Undo: restore 1 record')
    expect(batchTitle('en', { ...batch, verb: 'set-enrichment', value: 'PENDING' })).toBe(
      'Set enrichment to PENDING for 1,234 records',
    )
    expect(batchTitle('en', { ...batch, state: 'preparing', total: 0 })).toBe('Soft-delete: records')
  })

  it('tells the time left once it is known', () => {
    expect(timeLeft('en', batch)).toBeNull()
    expect(timeLeft('en', { ...batch, rate: 1_234 })).toBe('about 1 second')
    expect(timeLeft('en', { ...batch, rate: 10 })).toBe('about 3 minutes')
    expect(timeLeft('en', { ...batch, rate: 10, worked: 1_234 })).toBeNull()
  })

  it('says why a record was left alone', () => {
    expect(reasonText('changed', 'the batch')).toBe('changed since the batch')
  })
})
