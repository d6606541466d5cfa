import { describe, expect, it } from 'vitest'
import type { BatchRow } from '@/lib/batches/batch-dto'
import { batchTitle, messagesText, reasonText, timeLeft } from './batch-words'

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

  it('speaks of connections where they are its subject', () => {
    const clearing = { ...batch, verb: 'clear-issues', total: 2 } as const
    expect(batchTitle('en', clearing)).toBe('Clear issues of 2 connections')
    expect(batchTitle('en', { ...clearing, state: 'preparing' })).toBe('Clear issues: connections')
    expect(batchTitle('en', { ...clearing, verb: 'put-back-issues', total: 1, undoesId: 'x' })).toBe(
      'Undo: put back issues of 1 connection',
    )
    expect(reasonText('changed', 'the preview', 'clear-issues')).toBe('with other issues since the preview')
    expect(reasonText('already', 'the batch', 'put-back-issues')).toBe('with the same messages again')
    const found = { integration: 'A', endUser: 'b', expected: 2, there: 1, others: 3 }
    expect(messagesText('en', found, 'expected')).toBe('2 messages')
    expect(messagesText('en', found, 'found')).toBe('1 of them, and 3 others')
    expect(messagesText('en', { ...found, there: 0, others: 0 }, 'found')).toBe('None of them')
    expect(messagesText('en', { ...found, expected: 0 }, 'expected')).toBe('None')
  })
})
