import { expect, it } from 'vitest'
import { adviceOn } from './advice'

const absent = { state: 'absent', uses: 15, rows: 1_000_000, isForWords: false } as const

it('recommends what is often filtered by on a large table, says what a small one does not need, and else nothing', () => {
  expect(adviceOn(absent)).toBe('recommended')
  expect(adviceOn({ ...absent, uses: 9 })).toBeNull()
  expect(adviceOn({ ...absent, uses: null })).toBeNull()
  expect(adviceOn({ ...absent, rows: 23_734 })).toBe('not-needed')
  expect(adviceOn({ ...absent, rows: 23_734, isForWords: true })).toBe('recommended')
  expect(adviceOn({ ...absent, rows: 0 }), 'a table that was not counted yet').toBeNull()
  for (const state of ['ready', 'building', 'invalid'] as const) expect(adviceOn({ ...absent, state })).toBeNull()
})
