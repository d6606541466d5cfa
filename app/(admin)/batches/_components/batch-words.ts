import type { BatchRow, BatchState, SkipReason } from '@/lib/batches/batch-dto'
import { verbText } from '@/lib/batches/verbs-schema'
import { formatCount, formatNumber, pluralOf } from '@/lib/format-number'

export const RECORDS = { one: 'record', other: 'records' }

/** A batch in words: `Soft-delete 1,234 records`, `Undo: restore 1 record`. */
export function batchTitle(locale: string, { verb, value, total, undoesId, state }: BatchRow): string {
  const words = undoesId === null ? verbText(verb, value) : undoTexts[verb]
  return state === 'preparing' || state === 'failed'
    ? `${words}: ${RECORDS.other}`
    : `${words} ${verb === 'set-enrichment' ? 'for ' : ''}${formatCount(locale, total, RECORDS)}`
}

const undoTexts: Record<BatchRow['verb'], string> = {
  'soft-delete': 'Undo: soft-delete',
  restore: 'Undo: restore',
  archive: 'Undo: archive',
  unarchive: 'Undo: unarchive',
  'set-enrichment': 'Undo: put back the enrichment',
}

export const STATE_WORDS: Record<
  BatchState,
  { word: string; tone: 'neutral' | 'info' | 'success' | 'warning' | 'danger' | 'accent' }
> = {
  preparing: { word: 'Being prepared', tone: 'info' },
  ready: { word: 'Preview', tone: 'accent' },
  running: { word: 'Running', tone: 'info' },
  paused: { word: 'Paused', tone: 'warning' },
  done: { word: 'Done', tone: 'success' },
  cancelled: { word: 'Cancelled', tone: 'neutral' },
  failed: { word: 'Not prepared', tone: 'danger' },
}

/** Why a record is left alone; `since` is what it may have changed since. */
export function reasonText(reason: SkipReason, since: string): string {
  switch (reason) {
    case 'already':
      return 'already so'
    case 'changed':
      return `changed since ${since}`
    case 'twin':
      return 'with a live twin'
    case 'gone':
      return 'no longer there'
    case 'unmatched':
      return 'no longer matching the filter'
  }
}

/** `about 3 minutes`, from what is left and how fast it goes; null while that is not known. */
export function timeLeft(locale: string, { total, worked, rate }: BatchRow): string | null {
  if (rate <= 0 || worked >= total) return null
  const seconds = Math.ceil((total - worked) / rate)
  if (seconds < 60)
    return `about ${formatNumber(locale, seconds)} ${pluralOf(seconds, { one: 'second', other: 'seconds' })}`
  const minutes = Math.ceil(seconds / 60)
  return `about ${formatNumber(locale, minutes)} ${pluralOf(minutes, { one: 'minute', other: 'minutes' })}`
}
