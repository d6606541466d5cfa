import 'server-only'
import { Prisma } from '@/lib/db/generated/client'
import type { NumberEnd, Test } from './bound'
import type { FieldDefinition, TextMatch } from './fields'
import { likePattern } from './like'
import { allOf } from './logic'
import type { FieldSql } from './registry'

const ABOVE = Prisma.sql`>`
const AT_LEAST = Prisma.sql`>=`
const BELOW = Prisma.sql`<`
const AT_MOST = Prisma.sql`<=`

/** The predicate of one test on a column. Null, which counts as false, where the column is null. */
export function columnTest(test: Test, field: FieldDefinition, sql: FieldSql): Prisma.Sql {
  const { column } = sql
  switch (test.op) {
    case 'set':
      return field.kind === 'textArray'
        ? Prisma.sql`cardinality(${sql.stored ?? column}) > 0`
        : Prisma.sql`${column} IS NOT NULL`
    case 'unset':
    case 'null':
      return Prisma.sql`${column} IS NULL`
    case 'text':
      return field.kind === 'textArray'
        ? Prisma.sql`EXISTS (SELECT 1 FROM unnest(${column}) AS item(text) WHERE ${textTest(Prisma.sql`item.text`, test.segments, field.match)})`
        : textTest(column, test.segments, field.match)
    case 'values':
      return Prisma.sql`${column} IN (${Prisma.join(test.values.map((value) => enumValue(value, sql)))})`
    case 'boolean':
      return Prisma.sql`${column} = ${test.value}::boolean`
    case 'number':
      return numberTest(column, test.low, test.high)
    case 'date':
      return dateTest(sql, test.start, test.end)
  }
}

function enumValue(value: string, { enumType }: FieldSql): Prisma.Sql {
  return enumType ? Prisma.sql`${value}::${enumType}` : Prisma.sql`${value}`
}

/** `expression`, of type text, against the text between wildcards. */
export function textTest(expression: Prisma.Sql, segments: string[], match: TextMatch = 'insensitive'): Prisma.Sql {
  const like = likePattern(segments)
  if (segments.length > 1)
    return match === 'exact' ? Prisma.sql`${expression} LIKE ${like}` : Prisma.sql`${expression} ILIKE ${like}`
  const text = segments.join('')
  switch (match) {
    case 'exact':
      return Prisma.sql`${expression} = ${text}`
    case 'insensitive':
      return Prisma.sql`lower(${expression}) = lower(${text}::text)`
    case 'contains':
      return Prisma.sql`${expression} ILIKE ${`%${like}%`}`
  }
}

/** `column`, a number, against the ends of a stretch. */
export function numberTest(column: Prisma.Sql, low?: NumberEnd, high?: NumberEnd): Prisma.Sql {
  if (low?.inclusive && high?.inclusive && low.digits === high.digits)
    return Prisma.sql`${column} = ${low.digits}::numeric`
  const ends: Prisma.Sql[] = []
  if (low) ends.push(Prisma.sql`${column} ${low.inclusive ? AT_LEAST : ABOVE} ${low.digits}::numeric`)
  if (high) ends.push(Prisma.sql`${column} ${high.inclusive ? AT_MOST : BELOW} ${high.digits}::numeric`)
  return allOf(ends)
}

function dateTest({ column, zoned }: FieldSql, start?: Date, end?: Date): Prisma.Sql {
  const moment = (date: Date) =>
    zoned
      ? Prisma.sql`${date.toISOString()}::timestamptz`
      : Prisma.sql`${date.toISOString().replace('Z', '')}::timestamp`
  const ends: Prisma.Sql[] = []
  if (start) ends.push(Prisma.sql`${column} >= ${moment(start)}`)
  if (end) ends.push(Prisma.sql`${column} < ${moment(end)}`)
  return allOf(ends)
}
