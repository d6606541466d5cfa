import 'server-only'
import { TZDate } from '@date-fns/tz'
import { format } from 'date-fns'
import { Prisma } from '@/lib/db/generated/client'
import type { PathStep } from './ast'
import type { Test } from './bound'
import { numberTest, textTest } from './compile-column'
import type { Clock } from './dates'
import { indexedCandidates } from './indexed-candidates'
import { allOf, anyOf } from './logic'
import { NUMBER_IN_TEXT } from './path-keys'
import type { FieldSql } from './registry'

// Only what these let through is ever cast, because a cast of anything else would fail the whole query. They know the
// length of each month and leap years; year 0000 does not exist in Postgres.
export const DATE =
  '^(?!0000)(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))' +
  '|(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)'
export const TIME =
  '[T ](?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d{1,9})?)?(?:Z|[+-](?:0\\d|1[0-4])(?::?[0-5]\\d)?)?$'

/**
 * The predicate that a value at `path` in the document meets one of `tests`. Lists on the way and at the end are looked
 * through, as in the lax mode of SQL/JSON, so `data.tags:new` finds `{"tags": ["new"]}`. Each test only meets values of
 * its own JSON type, except that a pattern also meets the digits of a number. False where the document is null.
 */
export function jsonTests(
  { column: document, isIndexed, hidden }: FieldSql,
  path: PathStep[],
  tests: Test[],
  clock: Clock,
): Prisma.Sql {
  const root = jsonPath(path)
  const filters = tests.flatMap(pathFilter)
  const predicates = tests.flatMap((test) => valuePredicate(test, clock, hidden))
  const parts: Prisma.Sql[] = []
  // An operator that a GIN index serves, so everything that a JSON path can express goes here.
  if (filters.length > 0) parts.push(Prisma.sql`${document} @? ${`${root} ? (${filters.join(' || ')})`}::jsonpath`)
  if (tests.some((test) => test.op === 'set'))
    parts.push(Prisma.sql`${document} @? ${`${root}.type() ? (@ != "null")`}::jsonpath`)
  if (predicates.length > 0)
    parts.push(
      Prisma.sql`EXISTS (SELECT 1 FROM jsonb_path_query(${document}, ${`${root}[*]`}::jsonpath, '{}', true) AS item(value) WHERE ${anyOf(predicates)})`,
    )
  const candidates = isIndexed && indexedCandidates(document, isIndexed, path, tests)
  return candidates ? allOf([candidates, anyOf(parts)]) : anyOf(parts)
}

/** The path of `steps` in SQL/JSON. */
export function jsonPath(path: PathStep[]): string {
  const steps = path.map((step) => {
    if (step.type === 'key') return `.${JSON.stringify(step.key)}`
    return step.type === 'index' ? `[${step.index}]` : '[*]'
  })
  return `$${steps.join('')}`
}

/** The tests that a JSON path can express. The types are checked so that a list within a list is not looked through. */
function pathFilter(test: Test): string[] {
  switch (test.op) {
    case 'text': {
      const text = test.segments.join('')
      return hasCase(test) || test.inNumbers ? [] : [`(@.type() == "string" && @ == ${JSON.stringify(text)})`]
    }
    case 'number':
      return test.inTexts ? [] : [`(@.type() == "number" && ${numberFilter(test)})`]
    case 'boolean':
      return test.inTexts ? [] : [`(@.type() == "boolean" && @ == ${test.value})`]
    case 'null':
      return ['(@.type() == "null" && @ == null)']
    default:
      return []
  }
}

function numberFilter({ low, high }: Extract<Test, { op: 'number' }>): string {
  // An index knows equality only in this form.
  if (low?.inclusive && high?.inclusive && low.digits === high.digits) return `@ == ${low.digits}`
  const ends = []
  if (low) ends.push(`@ ${low.inclusive ? '>=' : '>'} ${low.digits}`)
  if (high) ends.push(`@ ${high.inclusive ? '<=' : '<'} ${high.digits}`)
  return ends.join(' && ')
}

/** Whether the test needs a comparison regardless of case or a pattern, which a JSON path has no indexable form for. */
function hasCase({ segments }: Extract<Test, { op: 'text' }>): boolean {
  const text = segments.join('')
  return segments.length > 1 || text.toLowerCase() !== text.toUpperCase()
}

const TYPE = Prisma.sql`jsonb_typeof(item.value)`
const TEXT = Prisma.sql`(item.value #>> '{}')`

function valuePredicate(test: Test, clock: Clock, hidden: string | undefined): Prisma.Sql[] {
  if (test.op === 'date') return [datePredicate(test, clock)]
  if (test.op === 'number' && test.inTexts) return [numberInText(test)]
  if (test.op === 'boolean' && test.inTexts)
    return [Prisma.sql`(${TYPE} IN ('boolean', 'string') AND lower(${TEXT}) = ${String(test.value)})`]
  if (test.op !== 'text' || (!hasCase(test) && !test.inNumbers)) return []
  const types =
    test.segments.length > 1 || test.inNumbers
      ? Prisma.sql`${TYPE} IN ('string', 'number')`
      : Prisma.sql`${TYPE} = 'string'`
  const met = Prisma.sql`${types} AND ${textTest(TEXT, test.segments)}`
  if (hidden === undefined || test.segments.length === 1) return [Prisma.sql`(${met})`]
  // Only what matches at all is looked at again, without what is secret in it: else that could be found letter by letter.
  return [Prisma.sql`(${met} AND ${textTest(Prisma.sql`regexp_replace(${TEXT}, ${hidden}, '', 'gi')`, test.segments)})`]
}

/** CASE keeps the cast guarded. */
function numberInText({ low, high }: Extract<Test, { op: 'number' }>): Prisma.Sql {
  const bounds = numberTest(Prisma.sql`${TEXT}::numeric`, low, high)
  return Prisma.sql`CASE WHEN ${TYPE} = 'number' OR (${TYPE} = 'string' AND ${TEXT} ~ ${NUMBER_IN_TEXT}) THEN ${bounds} ELSE FALSE END`
}

/** A date without a time is a day on the person's calendar; a time without a zone is UTC. CASE keeps the casts guarded. */
function datePredicate({ start, end }: Extract<Test, { op: 'date' }>, { timeZone }: Clock): Prisma.Sql {
  const wall = (date: Date) => format(new TZDate(date.getTime(), timeZone), "yyyy-MM-dd'T'HH:mm:ss.SSS")
  const days: Prisma.Sql[] = []
  const moments: Prisma.Sql[] = []
  if (start) {
    days.push(Prisma.sql`${TEXT}::timestamp >= ${wall(start)}::timestamp`)
    moments.push(Prisma.sql`${TEXT}::timestamptz >= ${start.toISOString()}::timestamptz`)
  }
  if (end) {
    days.push(Prisma.sql`${TEXT}::timestamp < ${wall(end)}::timestamp`)
    moments.push(Prisma.sql`${TEXT}::timestamptz < ${end.toISOString()}::timestamptz`)
  }
  return Prisma.sql`CASE WHEN ${TYPE} <> 'string' THEN FALSE
    WHEN ${TEXT} ~ ${`${DATE}$`} THEN ${allOf(days)}
    WHEN ${TEXT} ~ ${DATE + TIME} THEN ${allOf(moments)}
    ELSE FALSE END`
}
