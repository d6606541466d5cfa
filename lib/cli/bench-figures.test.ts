import { describe, expect, it } from 'vitest'
import { against, atLeast, megabytes, ms, table, timesOf } from './bench-figures'

describe('figures of the bench', () => {
  it('are the middle and the nearest rank to 95 %, in whatever order they came', () => {
    expect(timesOf([5])).toEqual({ median: 5, p95: 5 })
    expect(timesOf([3, 1, 2])).toEqual({ median: 2, p95: 3 })
    expect(timesOf(Array.from({ length: 100 }, (_, at) => 100 - at))).toEqual({ median: 50, p95: 95 })
  })

  it('are printed beside their limits', () => {
    expect(against(1.3, 1.3)).toBe('1.30 ok')
    expect(against(2, 1.3)).toBe('2.00 over 1.3')
    expect(against(39.7, 40, 0)).toBe('40 ok')
    expect([atLeast(10, 10), atLeast(3.7, 10)]).toEqual(['10.0 ok', '3.7 below 10'])
    expect(megabytes(12_600_000)).toBe('13 MB')
    expect([ms(1.25), ms(12.5)]).toEqual(['1.3', '13'])
    expect(
      table([
        ['a', 'bb'],
        ['long', '1'],
      ]),
    ).toBe('a     bb\n----  --\nlong   1')
  })
})
