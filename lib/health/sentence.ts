import { formatCount } from '../format-number'
import { judgeSilence } from './cadence'
import { cadenceSentence } from './cadence-sentence'
import type { HealthState } from './dto'
import { readHabit } from './habit'

/** Why a connection has its state, in a sentence or three. Nothing is said to have never happened: Mastra does not write down every sync. */
export function healthSentence(
  locale: string,
  { state, issueCount, evidence }: { state: HealthState; issueCount: number; evidence: string | null },
): string {
  const issues = `${formatCount(locale, issueCount, { one: 'issue is', other: 'issues are' })} recorded.`
  switch (state) {
    case 'degraded':
      return `${issues} Records still arrive as usual. ${evidence ?? ''}`.trim()
    case 'failing':
      return `${issues} ${evidence ?? ''}`.trim()
    case 'unknown':
      return 'Too few of its records and syncs are known, or over too short a time, to tell how often something should arrive.'
    default:
      return evidence ?? ''
  }
}

/** A kept habit and the silence at `now` as a sentence; null where there is none. `lastSeen` is milliseconds since the epoch. */
export function evidenceOf(habit: unknown, lastSeen: number | null, now: number): string | null {
  const cadence = readHabit(habit)
  return cadence && lastSeen !== null ? cadenceSentence(cadence, judgeSilence(cadence, lastSeen, now)) : null
}
