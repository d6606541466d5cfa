import { AppError } from '../errors'

/** What stands after `Bearer` in the header `Authorization`, which may be nothing; null when the header is not of that kind. */
export function bearerOf(authorization: string | null): string | null {
  const [scheme = '', ...rest] = (authorization ?? '').trim().split(/\s+/)
  return scheme.toLowerCase() === 'bearer' ? rest.join(' ') : null
}

/** The addresses that a token opens, to read; docs/api-tokens.md lists them for people. */
const READ_BY_TOKENS = [
  /^\/(records|connections|audit)\/export$/,
  /^\/records\/count$/,
  /^\/records\/[^/]+\/(data|peek)$/,
  /^\/connections\/[^/]+\/sync-config$/,
  /^\/exports\/[^/]+\/(manifest|file)$/,
]

/** Asks for a bearer of its own, which is none of a person's (lib/metrics/may-scrape.ts). */
const METRICS = /^\/api\/metrics$/

/** Whether a request with a bearer may come through at all: for reading, and to a route that judges it. */
export function isForBearers(method: string, path: string): boolean {
  return (method === 'GET' || method === 'HEAD') && [...READ_BY_TOKENS, METRICS].some((pattern) => pattern.test(path))
}

/** What a script is told everywhere else. */
export const NOT_FOR_TOKENS = {
  error: 'FORBIDDEN',
  message: 'A token opens the addresses that docs/api-tokens.md lists, to read, and no page.',
}

/** A bearer that is no token, or one that was revoked, has expired or is of someone who may not sign in: all alike. */
export class BadToken extends AppError {
  constructor() {
    super('UNAUTHENTICATED', 'This token is not known, was revoked or has expired, or its owner may not sign in.')
  }
}
