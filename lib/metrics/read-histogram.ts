import 'server-only'
import type { Histogram } from 'prom-client'

/** What a histogram has seen of one value of a label. Times are in seconds. */
export interface Seen {
  name: string
  count: number
  /** All of them together. */
  total: number
  /** A bound that 95 of 100 stayed within; null when it is beyond the last one that is counted. */
  within: number | null
}

/** What a histogram has seen by one of its labels, the others taken together, most time first. */
export async function readHistogram<Label extends string>(histogram: Histogram<Label>, label: Label): Promise<Seen[]> {
  const seen = new Map<string, { count: number; total: number; buckets: Map<number, number> }>()
  for (const { labels, metricName, value } of (await histogram.get()).values) {
    const name = String(labels[label])
    const one = seen.get(name) ?? { count: 0, total: 0, buckets: new Map<number, number>() }
    seen.set(name, one)
    const bound = Number('le' in labels ? labels.le : Number.NaN)
    if (metricName?.endsWith('_count')) one.count += value
    else if (metricName?.endsWith('_sum')) one.total += value
    else if (Number.isFinite(bound)) one.buckets.set(bound, (one.buckets.get(bound) ?? 0) + value)
  }
  return [...seen]
    .map(([name, { count, total, buckets }]) => ({ name, count, total, within: boundOf(buckets, count * 0.95) }))
    .sort((a, b) => b.total - a.total)
}

function boundOf(buckets: ReadonlyMap<number, number>, wanted: number): number | null {
  const [bound] = [...buckets].sort(([a], [b]) => a - b).find(([, count]) => count >= wanted) ?? [null]
  return bound
}
