import 'server-only'
import { Prisma } from './generated/client'

/** A `timestamp` column, which means UTC, as ISO 8601 with milliseconds: the form in which instants leave the database. */
export function isoText(column: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
}
