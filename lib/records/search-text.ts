import 'server-only'
import { Prisma } from '../db/generated/client'
import type { MaskPolicy } from '../mask/policy'
import { restBehindSecrets, secretsInText } from '../mask/text-pattern'
import { allOf } from '../query/logic'

/** How far a text index reaches into a document, in characters: ten documents of 5 MB would match every trigram and be read whole each time. */
export const HEAD = 8_000

/** A LIKE pattern as it reads inside the text of JSON, where quotation marks, backslashes and control characters are escaped. */
export function jsonLike(like: string): string {
  return like.replace(/\\[\\%_]|["\p{Cc}]/gu, (found) => {
    if (found === '\\%' || found === '\\_') return found
    const character = found === '\\\\' ? '\\' : found
    return JSON.stringify(character).slice(1, -1).replaceAll('\\', '\\\\')
  })
}

/**
 * What a text index is made on: ids and the beginning of the document in one, since a word may be in any of them. Over the columns of
 * `mastra.records`, whose names stand behind `prefix`.
 */
export function searchHead(prefix: Prisma.Sql = Prisma.sql`r.`): Prisma.Sql {
  return Prisma.sql`"left"(${prefix}id || ' ' || coalesce(${prefix}"externalId", '') || ' ' || ${prefix}data::text, ${HEAD}::int)`
}

/** The predicate of a bare word: in the id, in the external id, or anywhere in the document, keys included, regardless of case. */
export function recordText(policy: MaskPolicy, like: string): Prisma.Sql {
  return inIdsOr(policy, like, Prisma.sql`r.data::text`, false)
}

/**
 * The same of several words, each of which may be in another of them. The document is read without its secrets, which is the dearest part by
 * far, once for all words, and only where it has each of them.
 */
export function recordTexts(policy: MaskPolicy, likes: readonly string[]): Prisma.Sql {
  const has = likes.map((like) => Prisma.sql`(${inIds(like)} or r.data::text ilike ${jsonLike(like)})`)
  const shows = likes.map((like) => Prisma.sql`(${inIds(like)} or shown.text ilike ${jsonLike(like)})`)
  return Prisma.sql`case when ${allOf(has)} then (select coalesce(${allOf(shows)}, false)
    from (select ${withoutSecrets(policy, Prisma.sql`r.data::text`, false)} as text offset 0) as shown) else false end`
}

/** The same as far as a text index reaches, which then finds the rows. */
export function recordHead(policy: MaskPolicy, like: string): Prisma.Sql {
  const inJson = jsonLike(like)
  const inHead =
    inJson === like
      ? Prisma.sql`${searchHead()} ilike ${like}`
      : Prisma.sql`(${searchHead()} ilike ${like} or ${searchHead()} ilike ${inJson})`
  return Prisma.sql`${inHead} and (${inIdsOr(policy, like, Prisma.sql`"left"(r.data::text, ${HEAD}::int)`, true)})`
}

/** The predicate of a word in the id or in the external id. */
export function inIds(like: string): Prisma.Sql {
  return Prisma.sql`r.id ilike ${like} or r."externalId" ilike ${like}`
}

function inIdsOr(policy: MaskPolicy, like: string, document: Prisma.Sql, cut: boolean): Prisma.Sql {
  const inJson = jsonLike(like)
  return Prisma.sql`${inIds(like)} or (${document} ilike ${inJson}
    and ${withoutSecrets(policy, document, cut)} ilike ${inJson})`
}

function withoutSecrets(policy: MaskPolicy, document: Prisma.Sql, cut: boolean): Prisma.Sql {
  return Prisma.sql`regexp_replace(regexp_replace(${document}, ${secretsInText(policy, cut)}, '', 'gi'),
    ${restBehindSecrets(policy)}, '', 'i')`
}
