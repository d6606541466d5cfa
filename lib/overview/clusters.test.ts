import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clusters } from './clusters'

const HOUR = 3_600_000
const row = (integration: string, hours: number) => ({ integration, at: new Date(hours * HOUR) })
const shape = (rows: ReturnType<typeof row>[]) =>
  clusters(rows).map((group) => group.map(({ at }) => at.getTime() / HOUR))

describe('what happened to many connections', () => {
  it('is one thing when it befell three of an integration within a day of each other', () => {
    expect(shape([row('A', 100), row('A', 90), row('A', 70)])).toEqual([[100, 90, 70]])
    expect(shape([row('A', 100), row('A', 90)])).toEqual([[100], [90]])
    expect(shape([row('A', 100), row('A', 90), row('A', 60)])).toEqual([[100], [90], [60]])
    expect(shape([row('A', 100), row('B', 95), row('A', 90), row('A', 80)])).toEqual([[100, 90, 80], [95]])
  })

  it('loses nothing and has the newest first', () => {
    const rows = fc.array(fc.tuple(fc.constantFrom('A', 'B', 'C'), fc.integer({ min: 0, max: 500 })))
    fc.assert(
      fc.property(rows, (drawn) => {
        const groups = clusters(drawn.map(([name, hours]) => row(name, hours)))
        expect(groups.flat()).toHaveLength(drawn.length)
        const newest = groups.map(([first]) => first?.at.getTime() ?? 0)
        expect(newest).toEqual(newest.toSorted((a, b) => b - a))
        for (const group of groups) expect(new Set(group.map(({ integration }) => integration)).size).toBe(1)
      }),
    )
  })
})
