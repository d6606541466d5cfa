/** Spans back from now that are offered, as a filter writes them. */
export const LAST_SPANS = ['now-24h', 'now-7d', 'now-30d'] as const
/** What is asked for until another is chosen. */
const USUAL = 'now-7d'

const SPAN = /^now-(\d{1,6})([smhdwMy])$/
const UNITS: Record<string, string> = {
  s: 'second',
  m: 'minute',
  h: 'hour',
  d: 'day',
  w: 'week',
  M: 'month',
  y: 'year',
}

/** Whether a date is written as a span back from now, such as `now-7d`. */
export function isLastSpan(text: string): boolean {
  return SPAN.test(text)
}

/** The span among the values of a form, or the usual one. */
export function lastSpan([first = '']: readonly string[]): string {
  return isLastSpan(first) ? first : USUAL
}

/** A span as people read it behind “in the last”: `7 days`. Another text as it is. */
export function spanWords(text: string): string {
  const [, amount = '', unit = ''] = SPAN.exec(text) ?? []
  const word = UNITS[unit]
  if (!word) return text
  return Number(amount) === 1 ? word : `${Number(amount)} ${word}s`
}
