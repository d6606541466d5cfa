import 'server-only'
import { randomBytes } from 'node:crypto'
import pino from 'pino'
import { z } from 'zod'
import { env } from './env'

/** JSON lines on standard output. Query parameters and documents are never logged, so no secret of a record can be. */
export const log = pino({ level: env().LOG_LEVEL, base: undefined, timestamp: pino.stdTimeFunctions.isoTime })

/** A reference that a person can read out over the telephone: eight characters without look-alikes. */
export function newReference(): string {
  const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
  const characters = Array.from(randomBytes(8), (byte) => alphabet[byte % alphabet.length])
  return `${characters.slice(0, 4).join('')}-${characters.slice(4).join('')}`
}

/** Classes of SQLSTATE whose messages quote names of the schema and never a value: syntax and missing things, catalogues and schemas. */
const NAMES_ONLY = /^(42|3D|3F)/

/**
 * The parts of an error that belong in the log: its kind, its code, what it said, and where. Postgres and `JSON.parse` quote the value that they
 * did not like, and Prisma prints the whole call: values stand between double quotes and are left out, as is everything but Prisma's last line.
 */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: withoutValues(String(error)) }
  const code = 'code' in error ? error.code : undefined
  const cause = error.cause === undefined ? undefined : describeError(error.cause)
  if (error instanceof z.ZodError) {
    const issues = error.issues.map((issue) => `${issue.path.join('.')} ${issue.code}`)
    return { name: error.name, message: issues.join('; '), stack: framesOf(error), cause }
  }
  return { name: error.name, code, message: messageOf(error, code), stack: framesOf(error), cause }
}

function messageOf({ name, message }: Error, code: unknown): string {
  const state = /Code: `(\w{5})`/.exec(message)?.[1] ?? (typeof code === 'string' ? code : '')
  const said = NAMES_ONLY.test(state) ? message : withoutValues(message)
  if (!name.startsWith('PrismaClient')) return said
  return said.trim().split('\n').at(-1) ?? ''
}

/** From the first quotation mark to the last: a value may hold some itself. */
function withoutValues(message: string): string {
  return message.replace(/"[\s\S]*"/, '"…"').replace(/=\([\s\S]*\)/, '=(…)')
}

/** The stack without the message that it begins with. */
function framesOf({ stack }: Error): string | undefined {
  return stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n')
}
