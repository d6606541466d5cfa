import 'server-only'
import { Prisma } from '../db/generated/client'

// Words that are secret anywhere in a key, pairs that are secret together, and words that are secret as the whole of it.
const ANYWHERE =
  'token|secret|passw|pwd|passphrase|passcode|kennwort|contrase|senha|wachtwoord|пароль|密码|パスワード|credential|creds|authorization|bearer|cookie|jwt|otp|cvv|cvc|sessid|sess(?:ion)?[ _.-]?id'
const PAIRS =
  '(?:api|private|access|auth|sign(?:ing|ature)|encryption|decryption|master|service|account|shared|session|storage|subscription|app|application|consumer|license|ssh|hmac|recovery|integration|webhook|server|rest)[ _.-]?key|(?:authorization|auth|verification|confirmation|security|mfa|2fa|device|pin|login|backup|recovery)[ _.-]?code|code[ _.-]?verifier|(?:card|pin)[ _.-]?number|(?:db|database|smtp|imap|ftp|user|admin|root|mail|proxy|basic|http)[ _.-]?pass|(?:card|user|sim|security|login)[ _.-]?pin'
const WHOLE = 'pass|pin|auth|cred'

/** How far a text index reaches into a document, in characters: ten documents of 5 MB would match every trigram and be read whole each time. */
export const HEAD = 8_000

/**
 * Postgres' regular expression for what `data::text` must lose before a word is looked for in it: the string, number, list or
 * object (two levels) behind a key that has a word of lib/mask/secret-keys.ts in it, and tokens known by their prefix. It takes too
 * much rather than too little: a masked value must not be found letter by letter, and `data.<key>:` still asks for a harmless one.
 * In a text that was `cut`, what is open at its end counts as closed.
 */
export function secretsInText(cut: boolean): string {
  const end = (closing: string) => (cut ? `(?:${closing}|\\\\?$)` : closing)
  const string = `"(?:[^"\\\\]|\\\\.)*${end('"')}`
  const list = `\\[(?:[^][]|\\[[^][]*\\])*${cut ? '(?:\\]|\\[?[^]]*$)' : '\\]'}`
  const object = `\\{(?:[^{}]|\\{[^{}]*\\})*${cut ? '(?:\\}|\\{?[^}]*$)' : '\\}'}`
  return [
    `"(?:[^"]*(?:${ANYWHERE}|${PAIRS})[^"]*|${WHOLE})": (?:${string}|[-+.0-9eE]+|${list}|${object})`,
    '\\m(?:eyJ|A[KS]IA|gh[opusr]_|github_pat_|npm_|[rs]k_|whsec_|shpat_|lin_|ntn_|secret_|hf_|xox[a-z]-|xapp-|glpat-|pat-|sk-|AIza|ya29\\.|SG\\.)[\\w.-]+',
    '\\m(?:bearer|basic) [\\w.~+/=-]+',
    '://[^/?#:@" ]*:[^/?#" ]+@',
  ].join('|')
}

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
export function recordText(_text: string, like: string): Prisma.Sql {
  return inIdsOr(like, Prisma.sql`r.data::text`, false)
}

/** The same as far as a text index reaches, which then finds the rows. */
export function recordHead(_text: string, like: string): Prisma.Sql {
  const inJson = jsonLike(like)
  const inHead =
    inJson === like
      ? Prisma.sql`${searchHead()} ilike ${like}`
      : Prisma.sql`(${searchHead()} ilike ${like} or ${searchHead()} ilike ${inJson})`
  return Prisma.sql`${inHead} and (${inIdsOr(like, Prisma.sql`"left"(r.data::text, ${HEAD}::int)`, true)})`
}

function inIdsOr(like: string, document: Prisma.Sql, cut: boolean): Prisma.Sql {
  const inJson = jsonLike(like)
  return Prisma.sql`r.id ilike ${like} or r."externalId" ilike ${like} or (${document} ilike ${inJson}
    and regexp_replace(${document}, ${secretsInText(cut)}, '', 'gi') ilike ${inJson})`
}
