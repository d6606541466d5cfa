import { describe, expect, it } from 'vitest'
import { describeClearing } from './clearing-sentence'

describe('what is said after clearing', () => {
  it.each([
    [{ cleared: ['a'], alreadyGone: 0, remaining: 2 }, 2, 'Cleared 1 issue.', false],
    [{ cleared: ['a', 'b'], alreadyGone: 0, remaining: 0 }, 0, 'Cleared 2 issues.', false],
    [
      { cleared: ['a'], alreadyGone: 0, remaining: 1 },
      0,
      'Cleared 1 issue. 1 newer one arrived since and stays.',
      false,
    ],
    [
      { cleared: [], alreadyGone: 2, remaining: 3 },
      0,
      '2 were already gone. 3 newer ones arrived since and stay.',
      true,
    ],
    [{ cleared: [], alreadyGone: 1, remaining: 0 }, 0, '1 was already gone.', true],
    // A sync replaced everything, also what was not asked for: fewer are left than expected, and none can be called newer.
    [{ cleared: [], alreadyGone: 1, remaining: 1 }, 4, '1 was already gone.', true],
  ])('%j, expecting %i to be left', (outcome, expected, message, quiet) => {
    expect(describeClearing('en-GB', outcome, expected)).toEqual({ message, quiet })
  })
})
