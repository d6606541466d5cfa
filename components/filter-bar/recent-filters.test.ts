import { describe, expect, it } from 'vitest'
import { readRecent } from './recent-filters'

describe('recent filters', () => {
  it('are at most ten, and none where something else is kept under the name', () => {
    const many = Array.from({ length: 12 }, (_, place) => `status:${place}`)
    expect(readRecent(JSON.stringify(many))).toEqual(many.slice(0, 10))
    expect(readRecent('["a", 5, null, "b"]')).toEqual(['a', 'b'])
    for (const kept of ['', '{', '"a"', 'null', '{"0":"a"}']) expect(readRecent(kept)).toEqual([])
  })
})
