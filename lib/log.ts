import 'server-only'
import { randomBytes } from 'node:crypto'
import pino from 'pino'
import { env } from './env'

/** JSON lines on standard output. Query parameters and documents are never logged, so no secret of a record can be. */
export const log = pino({ level: env().LOG_LEVEL, base: undefined, timestamp: pino.stdTimeFunctions.isoTime })

/** A reference that a person can read out over the telephone: eight characters without look-alikes. */
export function newReference(): string {
  const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
  const characters = Array.from(randomBytes(8), (byte) => alphabet[byte % alphabet.length])
  return `${characters.slice(0, 4).join('')}-${characters.slice(4).join('')}`
}

/** The parts of an error that belong in the log: Postgres reports and query values stay out of `message` where they can hold data. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) }
  const code = 'code' in error ? error.code : undefined
  const cause = error.cause === undefined ? undefined : describeError(error.cause)
  return { name: error.name, code, message: error.message, stack: error.stack, cause }
}
