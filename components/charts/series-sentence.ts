import { formatNumber, pluralOf } from '@/lib/format-number'

export interface SeriesPoint {
  /** The day, as it is to be read. */
  label: string
  value: number
}

/** What a line of daily numbers shows, for whoever does not see it; the last day is today and not over. */
export function seriesSentence(locale: string, points: readonly SeriesPoint[]): string {
  const number = (value: number) => formatNumber(locale, value)
  const values = points.map(({ value }) => value)
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const days = `${number(points.length)} ${pluralOf(points.length, { one: 'day', other: 'days' })}`
  const today = points.at(-1)
  const peak = points.find(({ value }) => value === most)
  if (!today || !peak) return 'No numbers.'
  if (most === 0) return `None in ${days}.`
  if (least === most) return `${number(most)} on each of ${days}.`
  return `Between ${number(least)} and ${number(most)} a day over ${days}, most on ${peak.label}, ${number(today.value)} so far today.`
}
