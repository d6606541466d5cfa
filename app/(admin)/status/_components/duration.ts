import { formatNumber } from '@/lib/format-number'

/** `0.4 ms`, `12 ms`, `2,500 ms`: a duration in seconds, as people who run servers read it. */
export function inMilliseconds(locale: string, seconds: number): string {
  const milliseconds = seconds * 1_000
  return `${formatNumber(locale, milliseconds, milliseconds < 10 ? 1 : 0)} ms`
}

/** The bound of most of them; beyond the last bound there is none. */
export function boundText(locale: string, within: number | null): string {
  return within === null ? 'More than 30 s' : inMilliseconds(locale, within)
}
