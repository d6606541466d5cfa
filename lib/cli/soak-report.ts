import { megabytes, ms, table, timesOf } from './bench-figures'
import type { SoakOptions } from './soak'
import type { Ledger, Sample } from './soak-sample'
import type { Verdict } from './soak-verdict'

/** The run as text: what people did and waited for, what the app held minute by minute, and whether that was bounded. */
export function soakReport(
  { people, minutes, pace, rows, seed, heap }: SoakOptions,
  { kinds, faults }: Ledger,
  samples: readonly Sample[],
  verdicts: readonly Verdict[],
  { processors, busy }: { processors: number; busy: number },
): string {
  const requests = [...kinds.values()].reduce((sum, { count }) => sum + count, 0)
  const title =
    `${people} people for ${minutes} minutes, one thing every ${pace} s each, ${rows.toLocaleString('en-GB')} records, seed ${seed}, a heap of ${heap} MB at most: ` +
    `${requests.toLocaleString('en-GB')} requests, ${(requests / minutes / 60).toFixed(1)} a second. ` +
    `${processors} processors, ${busy.toFixed(1)} processes on them when it began.`
  const did = [...kinds.values()]
    .sort((a, b) => b.count - a.count)
    .map(({ name, count, outcomes, milliseconds }) => {
      const { median, p95 } = milliseconds.length > 0 ? timesOf(milliseconds) : { median: 0, p95: 0 }
      const rest = Object.entries(outcomes).filter(([kind]) => kind !== 'done')
      return [name, String(count), ms(median), ms(p95), rest.map(([kind, number]) => `${number} ${kind}`).join(', ')]
    })
  const held = everyMinutes(samples, Math.max(1, Math.round(minutes / 10))).map((sample) => [
    `${Math.round(sample.at / 60)} min`,
    megabytes(sample.resident),
    megabytes(sample.heap),
    sample.live === undefined ? '' : megabytes(sample.live),
    ms(sample.delay),
    String(sample.pooled),
    String(sample.exporting),
    String(sample.files),
    String(sample.listeners),
    ms(sample.p95),
  ])
  return `\n${[
    title,
    table([['', 'requests', 'median ms', 'p95 ms', 'not answered whole'], ...did]),
    table([
      ['', 'process', 'JavaScript', 'live', 'delay ms', 'pool', 'exports', 'files', 'streams', 'p95 ms'],
      ...held,
    ]),
    table([['', 'seen', 'verdict'], ...verdicts.map(({ what, seen, holds }) => [what, seen, holds ? 'ok' : 'NO'])]),
    ...(faults.length > 0 ? [faults.map((fault) => `  ${fault}`).join('\n')] : []),
  ].join('\n\n')}\n`
}

/** The last sample of every so many minutes. */
function everyMinutes(samples: readonly Sample[], minutes: number): Sample[] {
  return samples.filter((sample, place) => {
    const next = samples[place + 1]
    return !next || Math.floor(next.at / 60 / minutes) > Math.floor(sample.at / 60 / minutes)
  })
}
