/** The seven ways a request can be refused. Everything else is a defect or an outage and is logged under a reference. */
export const ERROR_CODES = [
  'UNAUTHENTICATED',
  'UNPROVEN',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'INVALID',
  'LIMIT',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

/**
 * A refusal that a person may read. `message` is a whole sentence without internal names; it reaches the browser as it is.
 */
export class AppError extends Error {
  override readonly name = 'AppError'

  constructor(
    readonly code: ErrorCode,
    message: string,
  ) {
    super(message)
  }
}

/** What a refusal says when the place that refused had nothing better to say. */
export const DEFAULT_MESSAGES: Record<ErrorCode, string> = {
  UNAUTHENTICATED: 'Your session has ended. Sign in again to go on.',
  UNPROVEN: 'You did not confirm that it is you, so nothing was changed.',
  FORBIDDEN: 'Your role does not allow this, so nothing was changed. Ask an administrator if you need it.',
  NOT_FOUND: 'This no longer exists, so nothing was changed.',
  CONFLICT: 'This was changed in the meantime, so it was left as it is now. Reload to see it.',
  INVALID: 'The request was not understood, so nothing was changed. Reload the page and try again.',
  LIMIT: 'That is more than can be done at once, so nothing was changed. Select less.',
}
