import 'server-only'
import { BadToken } from '../auth/bearer'
import { NotAllowed } from '../auth/permissions'
import type { AppError, ErrorCode } from '../errors'
import { LimitReached } from '../limits/limit-reached'

const STATUS: Partial<Record<ErrorCode, number>> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, NOT_FOUND: 404, LIMIT: 429 }

/** A route's answer to what was refused: a sentence, and 401, 403, 404, 429 or 400. What would have been needed is said as RFC 6750 has it. */
export function refusal(error: AppError): Response {
  const challenge = challengeOf(error)
  return new Response(error.message, {
    status: STATUS[error.code] ?? 400,
    // What one person is refused must not stay in a cache for the next.
    headers: {
      'cache-control': 'no-store',
      ...(challenge && { 'www-authenticate': challenge }),
      ...(error instanceof LimitReached && { 'retry-after': String(error.seconds) }),
    },
  })
}

function challengeOf(error: AppError): string | null {
  if (error instanceof BadToken) return 'Bearer error="invalid_token"'
  if (error.code === 'UNAUTHENTICATED') return 'Bearer'
  return error instanceof NotAllowed ? `Bearer error="insufficient_scope", scope="${error.permission}"` : null
}
