import { describe, expect, it } from 'vitest'
import { ACTS, actOf, dice, nextAct, type Places } from './soak-acts'
import { graphOf, roundUp } from './soak-graph'
import { Ledger, type Sample, seriesOf } from './soak-sample'
import { slopeOf, verdictsOf } from './soak-verdict'

const places: Places = {
  records: ['r1', 'r2', 'r3'],
  large: ['l1'],
  connections: ['c1'],
  emails: ['ada@acme.test'],
  mark: '1:2:@3',
}

const sample = (at: number, more: Partial<Sample> = {}): Sample => ({
  at,
  resident: 400e6,
  heap: 150e6,
  live: at % 60 === 57 ? 140e6 : undefined,
  delay: 12,
  pooled: 10,
  exporting: 0,
  waiting: 0,
  files: 40,
  listeners: 3,
  underWay: 4,
  ended: 30,
  faults: 0,
  median: 80,
  p95: 200,
  ...more,
})
const calm = Array.from({ length: 200 }, (_, place) => sample(place * 3, { heap: 150e6 + (place % 7) * 20e6 }))
const gone = [sample(700, { listeners: 0, underWay: 0, files: 34, live: 145e6 })]
const judged = (samples: readonly Sample[], rest = gone) =>
  verdictsOf(samples, { before: sample(0, { files: 33, live: 130e6 }), rest, pool: 10, limit: 512e6 })
    .filter(({ holds }) => !holds)
    .map(({ what }) => what)

describe('people of a seed', () => {
  it('do the same each time, and others do something else', () => {
    const lived = (seed: number) => {
      const roll = dice(seed)
      return Array.from({ length: 40 }, () => nextAct(roll, 'OPERATOR', places))
    }
    expect(lived(1)).toEqual(lived(1))
    expect(lived(1)).not.toEqual(lived(2))
    expect(new Set(lived(1).map(({ name }) => name)).size).toBeGreaterThan(5)
  })

  it('press no button that their role has not', () => {
    const roll = dice(7)
    const done = Array.from({ length: 500 }, () => nextAct(roll, 'SUPPORT', places).how)
    expect(done).not.toContain('change')
    expect(done).toContain('leave')
    expect(done).toContain('listen')
  })

  it.each(Object.keys(ACTS) as (keyof typeof ACTS)[])('can do %s', (name) => {
    expect(actOf(name, dice(3), places)).toMatchObject({ name })
  })
})

describe('what is bounded', () => {
  it('holds where nothing grows, whatever comes and goes', () => expect(judged(calm)).toEqual([]))

  it.each<[string, Partial<Sample> | ((at: number) => Partial<Sample>)]>([
    ['resident memory', (at) => ({ resident: 400e6 + at * 0.2e6 })],
    ['resident memory at most', { resident: 1_100e6 }],
    ['live memory', (at) => ({ live: at % 60 === 57 ? 140e6 + at * 0.1e6 : undefined })],
    // Garbage comes and goes; without a weighing nothing is known.
    ['live memory', { live: undefined }],
    ['sessions of the pool', { pooled: 11 }],
    ['sessions of exports', { exporting: 13 }],
    ['answers that must not come', { faults: 1 }],
  ])('does not hold for %s that leaks', (what, change) => {
    const leaking = calm.map((one) => ({ ...one, ...(typeof change === 'function' ? change(one.at) : change) }))
    expect(judged(leaking)).toEqual([what])
  })

  it('does not hold for what stays when everyone has gone', () => {
    const stays = [sample(700, { files: 90, exporting: 1, live: 210e6 })]
    expect(judged(calm, stays)).toEqual([
      'live memory when all had gone',
      'sessions of exports',
      'streams',
      'requests under way',
      'open files and sockets',
    ])
  })

  it('has a slope that a few far-off points do not move', () => {
    const line = Array.from({ length: 20 }, (_, x) => [x, 5 + 2 * x] as const)
    expect(slopeOf([...line, [7.5, 900], [8.5, -900]])).toBeCloseTo(2)
    expect(slopeOf([])).toBe(0)
  })
})

describe('what is noted', () => {
  it('tells faults from what people left by themselves', () => {
    const ledger = new Ledger()
    ledger.note('list', { kind: 'done', milliseconds: 80 })
    ledger.note('stream', { kind: 'left', milliseconds: 9_000 })
    ledger.note('list', { kind: 'failed', milliseconds: 3_500, note: '500 /records' })
    expect(ledger.take()).toEqual({ ended: 3, faults: 1, median: 80, p95: 80 })
    expect(ledger.take()).toEqual({ ended: 0, faults: 0, median: 0, p95: 0 })
    expect(ledger.faults).toEqual(['list: failed, 500 /records'])
  })

  it('reads a series of Prometheus', () => {
    expect(seriesOf('# HELP a b\na_total{x="1"} 3\na 7\n', 'a')).toBe(7)
    expect(seriesOf('', 'a')).toBe(0)
  })
})

describe('the graph', () => {
  it('has a line for each thing and hears whether it is dark', () => {
    const svg = graphOf(calm, { title: '200 people & <more>', pool: 10, ceiling: 1_000e6 })
    expect(svg.match(/<polyline/g)).toHaveLength(10)
    expect(svg).toContain('200 people &amp; &lt;more>')
    expect(svg).toContain('prefers-color-scheme:dark')
    expect(svg).not.toMatch(/NaN|Infinity|undefined/)
    expect(graphOf([], { title: 'nothing', pool: 10, ceiling: 1_000e6 })).not.toMatch(/NaN|Infinity/)
  })

  it.each([
    [0.3, 0.4],
    [7, 10],
    [41, 50],
    [1_000, 1_000],
  ])('rounds %d up to %d', (value, to) => expect(roundUp(value)).toBeCloseTo(to))
})
