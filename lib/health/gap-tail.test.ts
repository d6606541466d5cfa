import { describe, expect, it } from 'vitest'
import { randomFrom } from '@/prisma/seed/random'
import { quantile, tailBound, withoutOutage } from './gap-tail'

const sample = (draw: (uniform: number) => number) => {
  const random = randomFrom('gaps')
  return Array.from({ length: 400 }, () => draw(random.next())).sort((a, b) => a - b)
}

describe('how long a gap may become', () => {
  it('is near the quantile of what made the gaps', () => {
    // A Poisson process with one sync an hour: exp(-t) = 1e-4.
    const poisson = tailBound(
      sample((uniform) => -Math.log(1 - uniform)),
      1e-4,
    )
    expect(poisson).toBeGreaterThan(0.8 * Math.log(1e4))
    expect(poisson).toBeLessThan(2 * Math.log(1e4))
    // A Pareto tail of power 3, within what four times the longest allows.
    const pareto = tailBound(
      sample((uniform) => (1 - uniform) ** (-1 / 3)),
      1e-3,
    )
    expect(pareto).toBeGreaterThan(0.7 * 10)
    expect(pareto).toBeLessThan(2 * 10)
  })

  it('of what is regular is little more than a gap', () => {
    expect(
      tailBound(
        sample((uniform) => 0.9 + 0.2 * uniform),
        1e-5,
      ),
    ).toBeLessThan(2)
    expect(tailBound([1, 1, 1, 1], 0.001)).toBe(1.5)
    expect(tailBound([], 0.001)).toBe(0)
  })

  it('takes order statistics by the nearest rank', () => {
    expect([0, 0.5, 0.51, 1].map((share) => quantile([1, 2, 3, 4], share))).toEqual([1, 2, 3, 4])
    expect(quantile([], 0.5)).toBe(0)
  })

  it('leaves out one giant, and no more', () => {
    const usual = Array<number>(30).fill(1)
    expect(withoutOutage([...usual, 50])).toEqual(usual)
    expect(withoutOutage([...usual, 50, 60])).toHaveLength(32)
    expect(withoutOutage([1, 1, 50])).toHaveLength(3)
  })
})
