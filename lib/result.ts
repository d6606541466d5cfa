import type { ErrorCode } from './errors'

/** What a server action answers. A refusal carries a sentence; an unexpected failure only the reference under which the log has its cause. */
export type Result<T> = Success<T> | Failure

export interface Success<T> {
  ok: true
  value: T
}

export interface Failure {
  ok: false
  /** Besides the six: `UNEXPECTED` for defects and outages, and `OUTDATED`, which a browser tells itself when the server does not know its verb any more. */
  code: ErrorCode | 'UNEXPECTED' | 'OUTDATED'
  message: string
  /** Present when `code` is `UNEXPECTED`, unless the server was not reached. */
  reference?: string
}

export function success<T>(value: T): Success<T> {
  return { ok: true, value }
}

export function failure(code: ErrorCode, message: string): Failure {
  return { ok: false, code, message }
}
