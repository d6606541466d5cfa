import 'server-only'
import { createHash } from 'node:crypto'
import { normaliseIssue } from './normalise'

/** Of the rules in normalise.ts. Raised when they change, so that the past is grouped anew. */
export const FINGERPRINT_VERSION = 2

/** What messages of one cause have in common: 32 hexadecimal digits of the SHA-256 of the message without what differs by case. */
export function fingerprintOf(message: string): string {
  return createHash('sha256').update(normaliseIssue(message).toLowerCase()).digest('hex').slice(0, 32)
}
