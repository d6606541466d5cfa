import { DAY } from './active-time'
import { judgeSilence, learnCadence } from './cadence'
import { quantile } from './gap-tail'

/** How long (milliseconds) a connection may be silent after `lastSeen`, given what was seen of it; null for as long as it likes. */
export type Detector = (times: readonly number[], lastSeen: number) => number | null

/** The learned cadence, and rules that need no learning, by which its gain can be seen. */
export const detectors = {
  'learned cadence': (times, lastSeen) => {
    const cadence = learnCadence(times)
    return cadence && judgeSilence(cadence, lastSeen, lastSeen).expectedWithin
  },
  'more than 24 hours': () => DAY,
  'more than 3 median gaps': (times) => (times.length < 8 ? null : 3 * quantile(gapsOf(times), 0.5)),
  'longest gap so far': (times) => (times.length < 8 ? null : quantile(gapsOf(times), 1)),
} satisfies Record<string, Detector>

function gapsOf(times: readonly number[]): number[] {
  return times
    .slice(1)
    .map((time, at) => time - (times[at] ?? time))
    .sort((a, b) => a - b)
}
