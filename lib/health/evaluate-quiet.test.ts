import { describe, expect, it } from 'vitest'
import { evaluateQuiet, evaluationTable } from './evaluate-quiet'
import { syntheticHistories } from './synthetic-histories'

/** The alarm was tuned on the seeds 1 to 20. */
const HELD_OUT = 1_001

describe('the quiet alarm on histories that it has never seen', () => {
  const evaluation = evaluateQuiet(HELD_OUT, 60)
  const [learned, ...simpler] = evaluation.totals

  it('is right when it rings, and rings when it should', () => {
    expect(learned?.precision).toBeGreaterThanOrEqual(0.97)
    expect(learned?.recall).toBeGreaterThanOrEqual(0.95)
    expect(learned?.delay?.decidable).toBeLessThan(1.5)
  })

  it('is never wrong about what is new, and seldom about anything', () => {
    expect(evaluation.kinds.find(({ name }) => name === 'new')).toMatchObject({ falsePositives: 0, trueNegatives: 60 })
    for (const { falsePositives } of evaluation.kinds) expect(falsePositives).toBeLessThanOrEqual(3)
  })

  it('rings wrongly far less often than simpler rules do', () => {
    for (const { falsePositives } of simpler)
      expect(falsePositives).toBeGreaterThan(10 * ((learned?.falsePositives ?? 0) + 1))
  })

  it('sees syncs that only change records where Mastra writes them down, and is blind to them by records alone', () => {
    const [written, alone] = evaluation.updates
    expect(written?.precision).toBeGreaterThanOrEqual(0.97)
    expect(written?.recall).toBeGreaterThanOrEqual(0.9)
    expect(alone?.recall).toBeLessThan(0.5)
    expect(alone?.falsePositives).toBe(0)
  })

  it('is told as a table', () => {
    const lines = evaluationTable(evaluation).split('\n')
    expect(lines.filter((line) => /^(learned cadence|more than|longest gap|weekdays|monthly)/.test(line))).toHaveLength(
      6,
    )
    expect(evaluationTable(evaluation)).not.toMatch(/NaN|undefined|Infinity/)
  })
})

it('makes the same histories of the same seed', () => {
  expect(syntheticHistories(5, 2)).toEqual(syntheticHistories(5, 2))
  expect(syntheticHistories(6, 2)).not.toEqual(syntheticHistories(5, 2))
})
