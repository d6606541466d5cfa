import 'server-only'
import { Prisma } from '../db/generated/client'

/** Characters of a text that its key has: as much as a B-tree takes, and more than tells texts apart. */
const KEY_LENGTH = 200

/** The key of what lies in or behind a list, which may hold many values: below every other text, and above every number. */
export const LIST_TEXT = ''
export const LIST_NUMBER = 'NaN'

/** Digits that a number inside a text may have before it is no quantity but a name. */
export const NUMBER_IN_TEXT = '^\\s*[+-]?[0-9]{1,40}(\\.[0-9]{1,40})?\\s*$'

/**
 * One text for the value at `keys` in a document: the beginning of the scalar there, in lower case; `LIST_TEXT` for a list there or
 * on the way; null where there is nothing, a null or an object. An index is made on this expression and finds it again only when
 * filters and sorts ask for exactly the same, so that all of them take it from here. Uses nothing but Postgres' own immutable
 * functions, since Mastra's writes compute it.
 */
export function textKey(document: Prisma.Sql, keys: readonly string[]): Prisma.Sql {
  return Prisma.sql`(case when ${isList(document, keys)} then ${LIST_TEXT}
    when jsonb_typeof(${document} #> ${arrayOf(keys)}) in ('string', 'number', 'boolean')
    then "left"(lower(${document} #>> ${arrayOf(keys)}), ${KEY_LENGTH}::int) end)`
}

/** The key of a text to compare with, as `textKey` makes it of the same text inside a document. */
export function keyOfText(text: string): Prisma.Sql {
  return Prisma.sql`"left"(lower(${text}::text), ${KEY_LENGTH}::int)`
}

/**
 * One `numeric` for the value at `keys`: a number, also one written as a text; `LIST_NUMBER` for a list there or on the way; null
 * for anything else. As for `textKey`, the expression is the index.
 */
export function numberKey(document: Prisma.Sql, keys: readonly string[]): Prisma.Sql {
  return Prisma.sql`(case when ${isList(document, keys)} then ${LIST_NUMBER}::numeric
    when jsonb_typeof(${document} #> ${arrayOf(keys)}) = 'number'
      or jsonb_typeof(${document} #> ${arrayOf(keys)}) = 'string' and (${document} #>> ${arrayOf(keys)}) ~ ${NUMBER_IN_TEXT}
    then (${document} #>> ${arrayOf(keys)})::numeric end)`
}

/** A list at `keys` or on the way there is looked through by filters, as in the lax mode of SQL/JSON, so it has no one key. */
function isList(document: Prisma.Sql, keys: readonly string[]): Prisma.Sql {
  const ways = keys.map(
    (_, place) => Prisma.sql`jsonb_typeof(${document} #> ${arrayOf(keys.slice(0, place + 1))}) = 'array'`,
  )
  return Prisma.sql`(jsonb_typeof(${document}) = 'array' or ${Prisma.join(ways, ' or ')})`
}

function arrayOf(keys: readonly string[]): Prisma.Sql {
  return Prisma.sql`${`{${keys.map((key) => `"${key.replace(/["\\]/g, '\\$&')}"`).join(',')}}`}::text[]`
}
