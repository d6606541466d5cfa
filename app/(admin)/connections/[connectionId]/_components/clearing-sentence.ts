import { formatCount, pluralOf } from '@/lib/format-number'

interface Cleared {
  cleared: string[]
  alreadyGone: number
  remaining: number
}

/**
 * What came of clearing issues, in words. `expected` is how many messages should have been left, had nothing changed since
 * the page was made; those beyond it arrived since.
 */
export function describeClearing(locale: string, { cleared, alreadyGone, remaining }: Cleared, expected: number) {
  const count = (number: number, one: string, other: string) => formatCount(locale, number, { one, other })
  const newer = Math.max(0, remaining - expected)
  const parts = [
    cleared.length > 0 && `Cleared ${count(cleared.length, 'issue', 'issues')}.`,
    alreadyGone > 0 && `${count(alreadyGone, 'was', 'were')} already gone.`,
    newer > 0 &&
      `${count(newer, 'newer one', 'newer ones')} arrived since and ${pluralOf(newer, { one: 'stays', other: 'stay' })}.`,
  ]
  return { message: parts.filter(Boolean).join(' '), quiet: cleared.length === 0 }
}
