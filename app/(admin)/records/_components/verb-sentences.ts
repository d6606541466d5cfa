import { formatCount } from '@/lib/format-number'

interface Sentence {
  message: string
  quiet: boolean
}

const RECORDS = { one: 'record', other: 'records' }
const WERE = { one: 'was', other: 'were' }
const HAVE = { one: 'has', other: 'have' }
const GONE = { one: 'no longer exists', other: 'no longer exist' }

/** What came of a soft-deletion, in words: what was done first, then what was not and why. */
export function describeSoftDelete(
  locale: string,
  outcome: { changed: string[]; unchanged: string[]; missing: string[] },
): Sentence {
  const parts = [
    outcome.changed.length > 0 && `Soft-deleted ${formatCount(locale, outcome.changed.length, RECORDS)}.`,
    outcome.unchanged.length > 0 && `${formatCount(locale, outcome.unchanged.length, WERE)} already deleted.`,
    outcome.missing.length > 0 && `${formatCount(locale, outcome.missing.length, GONE)}.`,
  ]
  return { message: parts.filter(Boolean).join(' '), quiet: outcome.changed.length === 0 }
}

/** What came of a restoration, in words. */
export function describeRestore(
  locale: string,
  outcome: { changed: string[]; unchanged: string[]; conflicts: string[]; missing: string[]; twins: { id: string }[] },
): Sentence {
  const held = new Set(outcome.twins.map(({ id }) => id)).size
  const parts = [
    outcome.changed.length > 0 && `Restored ${formatCount(locale, outcome.changed.length, RECORDS)}.`,
    outcome.unchanged.length > 0 && `${formatCount(locale, outcome.unchanged.length, WERE)} already live.`,
    outcome.conflicts.length > 0 &&
      `${formatCount(locale, outcome.conflicts.length, WERE)} deleted again since you looked, and left alone.`,
    held > 0 && `${formatCount(locale, held, HAVE)} a live twin, and ${held === 1 ? 'was' : 'were'} left deleted.`,
    outcome.missing.length > 0 && `${formatCount(locale, outcome.missing.length, GONE)}.`,
  ]
  return { message: parts.filter(Boolean).join(' '), quiet: outcome.changed.length === 0 }
}
