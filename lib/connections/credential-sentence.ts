import { formatRelative } from '../time/format'
import type { CredentialLife } from './credential-life'

interface CredentialSentence {
  word: 'Expired' | 'Expires' | 'Renewable'
  tone: 'danger' | 'warning' | 'neutral'
  /** When, and what that means for the next sync. */
  sentence: string
  /** The moment that it speaks of. */
  ended: string
}

const SOON = 24 * 60 * 60 * 1_000

/**
 * What the end of a credential says of its connection; null where the value names none. One that can be renewed ends all the time: that is
 * how OAuth 2.0 works (RFC 6749, section 1.5), and no failure as long as the next sync renews it.
 */
export function credentialSentence(expiry: CredentialLife, now: number, locale: string): CredentialSentence | null {
  const { expiresAt, renewableUntil, renewable } = expiry
  if (renewableUntil !== null && Date.parse(renewableUntil) < now)
    return {
      ended: renewableUntil,
      word: 'Expired',
      tone: 'danger',
      sentence: `What renews the credential expired ${formatRelative(renewableUntil, now, locale)}: the end user has to connect again.`,
    }
  if (expiresAt === null) return null
  const when = formatRelative(expiresAt, now, locale)
  const left = Date.parse(expiresAt) - now
  if (left < 0)
    return renewable
      ? {
          ended: expiresAt,
          word: 'Renewable',
          tone: 'neutral',
          sentence: `The credential expired ${when} and can be renewed: the next sync that works does so.`,
        }
      : {
          ended: expiresAt,
          word: 'Expired',
          tone: 'danger',
          sentence: `The credential expired ${when} and cannot be renewed: the end user has to connect again.`,
        }
  const tone = left < SOON && !renewable ? 'warning' : 'neutral'
  const sentence = `The credential expires ${when}${renewable ? ' and can be renewed' : ''}.`
  return { ended: expiresAt, word: 'Expires', tone, sentence }
}
