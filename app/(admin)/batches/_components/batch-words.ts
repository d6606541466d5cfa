import type { BatchRow, BatchState, ConnectionException, SkipReason } from '@/lib/batches/batch-dto'
import { BATCH_VERBS, type BatchSubject, type BatchVerb, verbText } from '@/lib/batches/verbs-schema'
import { formatCount, formatNumber, pluralOf } from '@/lib/format-number'

const SUBJECTS: Record<BatchSubject, { one: string; other: string }> = {
  record: { one: 'record', other: 'records' },
  connection: { one: 'connection', other: 'connections' },
}

/** What a batch of this verb changes, counted in words. */
export function subjectsOf(verb: BatchVerb): { one: string; other: string } {
  return SUBJECTS[BATCH_VERBS[verb].subject]
}

/** Between the verb and how many: `Archive 3 records`, but `Clear issues of 3 connections`. */
const LINKS: Partial<Record<BatchVerb, string>> = {
  'set-enrichment': 'for ',
  'clear-issues': 'of ',
  'put-back-issues': 'of ',
}

/** A batch in words: `Soft-delete 1,234 records`, `Undo: restore 1 record`. */
export function batchTitle(locale: string, { verb, value, total, undoesId, state }: BatchRow): string {
  const words = undoesId === null ? verbText(verb, value) : undoTexts[verb]
  return state === 'preparing' || state === 'failed'
    ? `${words}: ${subjectsOf(verb).other}`
    : `${words} ${LINKS[verb] ?? ''}${formatCount(locale, total, subjectsOf(verb))}`
}

const undoTexts: Record<BatchRow['verb'], string> = {
  'soft-delete': 'Undo: soft-delete',
  restore: 'Undo: restore',
  archive: 'Undo: archive',
  unarchive: 'Undo: unarchive',
  'set-enrichment': 'Undo: put back the enrichment',
  'clear-issues': 'Undo: clear issues',
  'put-back-issues': 'Undo: put back issues',
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
  failed: { word: 'Preparation failed', tone: 'danger' },
}

/** Why a record or connection is left alone; `since` is what it may have changed since. */
export function reasonText(reason: SkipReason, since: string, verb?: BatchVerb): string {
  const isConnection = verb !== undefined && BATCH_VERBS[verb].subject === 'connection'
  switch (reason) {
    case 'already':
      if (!isConnection) return 'already in that state'
      return verb === 'clear-issues' ? 'without such issues' : 'with the same messages again'
    case 'changed':
      return isConnection ? `with other issues since ${since}` : `changed since ${since}`
    case 'partly':
      return 'with some already gone, the rest cleared'
    case 'twin':
      return 'with a live twin'
    case 'gone':
      return 'no longer there'
    case 'unmatched':
      return 'no longer matching the filter'
  }
}

const MESSAGES = { one: 'message', other: 'messages' }

/** What was expected of a connection, or found: `2 messages`, `1 of them and 1 other`. */
export function messagesText(
  locale: string,
  { expected, there, others }: ConnectionException,
  which: 'expected' | 'found',
): string {
  if (expected === 0 || expected === null) return which === 'expected' ? 'None' : formatCount(locale, others, MESSAGES)
  if (which === 'expected') return formatCount(locale, expected, MESSAGES)
  const known = there === 0 ? 'None of them' : `${formatNumber(locale, there)} of them`
  return others === 0 ? known : `${known}, and ${formatCount(locale, others, { one: 'other', other: 'others' })}`
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
