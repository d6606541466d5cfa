import 'server-only'
import { AppError, DEFAULT_MESSAGES } from '../errors'
import type { Actor } from './actor'

/** Milliseconds for which it counts that someone has proven that it is them. */
const LASTS = 10 * 60_000

/**
 * Throws UNPROVEN for who has not proven within the last ten minutes that it is them, by signing in or since: the page asks them and
 * goes on with what was asked. What acts without a session, such as the command line, has nothing to prove.
 */
export function requireProof({ session }: Actor): void {
  if (session && session.provenAt.getTime() < Date.now() - LASTS)
    throw new AppError('UNPROVEN', DEFAULT_MESSAGES.UNPROVEN)
}
