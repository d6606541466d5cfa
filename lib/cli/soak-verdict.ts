import { megabytes } from './bench-figures'
import type { Sample } from './soak-sample'

/** One thing that has to be bounded, and whether it was. */
export interface Verdict {
  what: string
  seen: string
  holds: boolean
}

/** Bytes that the process may have besides the heap of its limit: code, buffers, what zlib and the system keep for later. */
const BESIDE = 256e6
/** Bytes that may be live when everyone has gone beyond what was before anyone came: compiled code, caches of a fixed size. */
const LEFT = 64e6
/** Weighings from which growth can be told. */
const WEIGHINGS = 3
/** The share of the run that is looked at for growth: before that caches fill and code is compiled. */
const LATER = 0.6
/** By how much of its own middle memory may grow over that share. A leak that matters goes on: it shows in a longer run. */
const GROWTH = 0.1
/** Sessions besides the pool's: six exports, and one for each that ends another's query. */
const EXPORT_SESSIONS = 12
/** Descriptors that may be left over when everyone has gone: sockets that are kept alive for whoever comes back. */
const FILES = 20

/** Bytes that the process may have where JavaScript may hold `limit`. */
export const ceilingOf = (limit: number) => limit + BESIDE

/**
 * What the run is held against. `rest` are the samples after everyone had gone; `before` is how it was before anyone came; `limit`
 * are the bytes of the heap at most. */
export function verdictsOf(
  samples: readonly Sample[],
  { before, rest, pool, limit }: { before: Sample; rest: readonly Sample[]; pool: number; limit: number },
): Verdict[] {
  const later = samples.filter(({ at }) => at >= (samples.at(-1)?.at ?? 0) * (1 - LATER))
  const most = (of: (sample: Sample) => number) => Math.max(0, ...[...samples, ...rest].map(of))
  const last = rest.at(-1) ?? before
  const peak = most(({ resident }) => resident)
  const pooled = most(({ pooled }) => pooled)
  const exporting = most(({ exporting }) => exporting)
  const faults = samples.reduce((sum, { faults }) => sum + faults, 0)
  return [
    growth('resident memory', later, ({ resident }) => resident),
    {
      what: 'resident memory at most',
      seen: `${megabytes(peak)} of ${megabytes(ceilingOf(limit))}`,
      holds: peak <= ceilingOf(limit),
    },
    liveGrowth(later),
    {
      what: 'live memory when all had gone',
      seen: `${megabytes(before.live ?? 0)} before, ${megabytes(last.live ?? 0)} after`,
      holds: before.live !== undefined && last.live !== undefined && last.live <= before.live + LEFT,
    },
    { what: 'sessions of the pool', seen: `at most ${pooled} of ${pool}`, holds: pooled <= pool },
    {
      what: 'sessions of exports',
      seen: `at most ${exporting}, ${last.exporting} when all had gone`,
      holds: exporting <= EXPORT_SESSIONS && last.exporting === 0,
    },
    {
      what: 'streams',
      seen: `at most ${most(({ listeners }) => listeners)}, ${last.listeners} when all had gone`,
      holds: last.listeners === 0,
    },
    {
      what: 'requests under way',
      seen: `at most ${most(({ underWay }) => underWay)}, ${last.underWay} when all had gone`,
      holds: last.underWay === 0,
    },
    {
      what: 'open files and sockets',
      seen: `${before.files} before, at most ${most(({ files }) => files)}, ${last.files} when all had gone`,
      holds: last.files <= before.files + FILES,
    },
    { what: 'answers that must not come', seen: String(faults), holds: faults === 0 },
  ]
}

function growth(what: string, later: readonly Sample[], of: (sample: Sample) => number): Verdict {
  const slope = slopeOf(later.map((sample) => [sample.at / 60, of(sample) / 1e6] as const))
  const minutes = ((later.at(-1)?.at ?? 0) - (later[0]?.at ?? 0)) / 60
  const middle = middleOf(later.map(of)) / 1e6
  return {
    what,
    seen: `${slope >= 0 ? '+' : '−'}${Math.abs(slope).toFixed(2)} MB a minute over the last ${minutes.toFixed(0)}, around ${middle.toFixed(0)} MB`,
    holds: slope * minutes <= GROWTH * middle,
  }
}

/** Of what is left when garbage is collected: there a leak shows, which in the process hides behind garbage. */
function liveGrowth(later: readonly Sample[]): Verdict {
  const weighed = later.filter(({ live }) => live !== undefined)
  if (weighed.length >= WEIGHINGS) return growth('live memory', weighed, ({ live }) => live ?? 0)
  return { what: 'live memory', seen: `weighed ${weighed.length} times, too few to tell`, holds: false }
}

/** The middle of the slopes between every two points (Theil and Sen): a few that lie far off do not move it. 0 for fewer than two. */
export function slopeOf(points: readonly (readonly [x: number, y: number])[]): number {
  const slopes = points.flatMap(([x, y], place) =>
    points.slice(place + 1).flatMap(([x2, y2]) => (x2 === x ? [] : [(y2 - y) / (x2 - x)])),
  )
  return middleOf(slopes)
}

function middleOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  const upper = sorted[half] ?? 0
  return sorted.length % 2 === 0 ? ((sorted[half - 1] ?? upper) + upper) / 2 : upper
}
