import 'server-only'
import { createHmac, randomBytes } from 'node:crypto'

const PREFIX = 'whsec_'
const BYTES = 32

/** A secret for signing, written as the Standard Webhooks specification has it. */
export function newSecret(): string {
  return PREFIX + randomBytes(BYTES).toString('base64')
}

/**
 * The headers by which a receiver knows that a body is from here and when it was sent, as the Standard Webhooks specification has them.
 * With several secrets there is a signature by each, so that a receiver can change over between two messages.
 */
export function signatureHeaders(
  secrets: readonly string[],
  { id, at, body }: { id: string; at: Date; body: string },
): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1_000))
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), 'base64')
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
  })
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') }
}
