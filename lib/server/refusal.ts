import 'server-only'
import type { AppError, ErrorCode } from '../errors'

const STATUS: Partial<Record<ErrorCode, number>> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, NOT_FOUND: 404, LIMIT: 429 }

/** A route's answer to what was refused: a sentence, and 401, 403, 404, 429 or 400. */
export function refusal(error: AppError): Response {
  return new Response(error.message, {
    status: STATUS[error.code] ?? 400,
    // What one person is refused must not stay in a cache for the next.
    headers: { 'cache-control': 'no-store' },
  })
}
