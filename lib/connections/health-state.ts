import { formatCount } from '../format-number'
import { judgeSilence, learnCadence } from '../health/cadence'
import { cadenceSentence } from '../health/cadence-sentence'

/** How a connection does, and why. */
export interface ConnectionHealth {
  word: 'Failing' | 'Degraded' | 'Quiet' | 'Healthy' | 'Unknown'
  tone: 'danger' | 'warning' | 'success' | 'neutral'
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
 * connection's own habit; unknown while the habit is not known. Nothing is said to have never happened: Mastra does not write down every sync.
 */
export function connectionHealth(locale: string, { issueCount, seen, now }: Evidence): ConnectionHealth {
  const cadence = learnCadence(seen)
  const silence = cadence && judgeSilence(cadence, Math.max(...seen), now)
  const habit = cadence && silence ? cadenceSentence(cadence, silence) : null
  if (issueCount > 0) {
    const issues = `${formatCount(locale, issueCount, { one: 'issue is', other: 'issues are' })} recorded.`
    if (silence && !silence.quiet)
      return { word: 'Degraded', tone: 'warning', sentence: `${issues} Records come as ever all the same. ${habit}` }
    return { word: 'Failing', tone: 'danger', sentence: habit ? `${issues} ${habit}` : issues }
  }
  if (!silence || !habit)
    return {
      word: 'Unknown',
      tone: 'neutral',
      sentence: 'Too few of its records are known, or of too short a time, to tell how often something should come.',
    }
  return silence.quiet
    ? { word: 'Quiet', tone: 'warning', sentence: habit }
    : { word: 'Healthy', tone: 'success', sentence: habit }
}
