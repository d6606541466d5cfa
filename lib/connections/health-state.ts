import { judgeSilence, learnCadence } from '../health/cadence'
import { cadenceSentence } from '../health/cadence-sentence'
import { HEALTH_WORDS, type HealthState } from '../health/dto'
import { healthSentence } from '../health/sentence'

/** How a connection does, and why. */
export interface ConnectionHealth {
  word: (typeof HEALTH_WORDS)[HealthState]['word']
  tone: (typeof HEALTH_WORDS)[HealthState]['tone']
  sentence: string
}

interface Evidence {
  issueCount: number
  /** Moments at which something came, in milliseconds since the epoch: the first of each hour, the latest 500. */
  seen: readonly number[]
  now: number
}

/**
 * Failing with issues, but degraded where data comes as ever all the same; quiet without issues when the silence is beyond the
 * connection's own habit; unknown while the habit is not known. For a connection that the watch over health has not judged yet;
 * lib/health/state-sql.ts has the same rule for the others.
 */
export function connectionHealth(locale: string, { issueCount, seen, now }: Evidence): ConnectionHealth {
  const cadence = learnCadence(seen)
  const silence = cadence && judgeSilence(cadence, Math.max(...seen), now)
  const evidence = cadence && silence ? cadenceSentence(cadence, silence) : null
  const isLate = silence === null || silence.quiet
  const state =
    issueCount > 0 ? (isLate ? 'failing' : 'degraded') : silence ? (isLate ? 'quiet' : 'healthy') : 'unknown'
  return { ...HEALTH_WORDS[state], sentence: healthSentence(locale, { state, issueCount, evidence }) }
}
