import 'server-only'
import pg from 'pg'
import type { Prisma } from '../db/generated/client'

/**
 * The text of a statement with its parameters written into it as literals, which only statements that take none need: those that
 * change the structure of the database. Throws for a value that is neither text nor a number.
 */
export function inlined({ strings, values }: Prisma.Sql): string {
  return strings.map((text, place) => (place < values.length ? text + literal(values[place]) : text)).join('')
}

function literal(value: unknown): string {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  if (typeof value === 'string') return pg.escapeLiteral(value)
  throw new Error('Only text and numbers can be written into a statement.')
}
