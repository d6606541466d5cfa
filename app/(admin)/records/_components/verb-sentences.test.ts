import { describe, expect, it } from 'vitest'
import { describeRestore, describeSoftDelete } from './verb-sentences'

describe('what a verb says of its outcome', () => {
  it('tells what was done and what was not', () => {
    expect(describeSoftDelete('en-GB', { changed: ['a', 'b'], unchanged: ['c'], missing: [] })).toEqual({
      message: 'Soft-deleted 2 records. 1 was already deleted.',
      quiet: false,
    })
    expect(
      describeRestore('en-GB', {
        changed: ['a'],
        unchanged: [],
        conflicts: ['b', 'c'],
        missing: ['d'],
        twins: [{ id: 'e' }, { id: 'e' }],
      }).message,
    ).toBe(
      'Restored 1 record. 2 were deleted again since you looked, and left alone. 1 has a live twin, and was left deleted. 1 no longer exists.',
    )
  })

  it('is calm when nothing had to be done', () => {
    expect(describeSoftDelete('en-GB', { changed: [], unchanged: ['c'], missing: [] })).toEqual({
      message: '1 was already deleted.',
      quiet: true,
    })
    expect(
      describeRestore('en-GB', { changed: [], unchanged: ['a', 'b'], conflicts: [], missing: [], twins: [] }).message,
    ).toBe('2 were already live.')
  })
})
