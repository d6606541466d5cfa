import 'server-only'
import { Prisma } from '@/lib/db/generated/client'
import type { PathStep } from './ast'
import type { Test } from './bound'
import { numberTest } from './compile-column'
import { anyOf } from './logic'
import { keyOfText, LIST_NUMBER, LIST_TEXT, NUMBER_IN_TEXT, numberKey, textKey } from './path-keys'
import type { FieldSql } from './registry'

/**
 * A condition that every match of `tests` fulfils and that an index on a path key serves, for use beside the tests themselves, since
 * it lets through more than they do: lists, and texts that only begin alike. Null when one of the tests has no such condition.
 */
export function indexedCandidates(
  document: Prisma.Sql,
  isIndexed: NonNullable<FieldSql['isIndexed']>,
  path: readonly PathStep[],
  tests: readonly Test[],
): Prisma.Sql | null {
  const keys = path.flatMap((step) => (step.type === 'key' ? [step.key] : []))
  if (keys.length < path.length) return null
  const hasText = isIndexed(keys, 'text')
  const hasNumber = isIndexed(keys, 'number')
  const conditions = tests.map((test) => {
    if (hasText) {
      const byText = textCandidates(textKey(document, keys), test)
      if (byText) return byText
    }
    return hasNumber ? numberCandidates(numberKey(document, keys), test) : null
  })
  const found = conditions.filter((condition) => condition !== null)
  return found.length > 0 && found.length === tests.length ? anyOf(found) : null
}

/** Numbers are kept in the digits in which they were written, so that only a text has one key. */
function textCandidates(key: Prisma.Sql, test: Test): Prisma.Sql | null {
  if (test.op === 'text' && test.segments.length === 1)
    return Prisma.sql`${key} IN (${keyOfText(test.segments.join(''))}, ${LIST_TEXT})`
  if (test.op === 'boolean') return Prisma.sql`${key} IN (${String(test.value)}, ${LIST_TEXT})`
  return null
}

function numberCandidates(key: Prisma.Sql, test: Test): Prisma.Sql | null {
  const isList = Prisma.sql`${key} = ${LIST_NUMBER}::numeric`
  if (test.op === 'number') return anyOf([numberTest(key, test.low, test.high), isList])
  if (test.op !== 'text' || test.segments.length > 1) return null
  const text = test.segments.join('')
  return new RegExp(NUMBER_IN_TEXT).test(text) ? anyOf([Prisma.sql`${key} = ${text}::numeric`, isList]) : null
}
