import { safeCallback } from '../auth/safe-callback'

/** Characters of a question; nothing that is looked for is longer. */
export const LONGEST = 500

/** What was typed or pasted, as it is looked for. */
export type Typed =
  | { kind: 'nothing' }
  /** Nothing has such a text in it; `why` is a sentence. */
  | { kind: 'unanswerable'; why: string }
  /** A page of this site, by its path and query. */
  | { kind: 'address'; path: string }
  | { kind: 'text'; text: string }

// Marks that a copied text brings along and that nobody sees: directions, joiners of no width, the byte order mark.
const INVISIBLE = /[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: what a text can hold, and what none in Postgres has.
const UNSTORABLE = /\u0000|\p{Surrogate}/u
const CONTROLS = /\p{Cc}+/gu
const ADDRESS = /^https?:\/\//i

/**
 * Reads what someone typed or pasted: an address of this site, whose `origin` is given, or a text without what cannot be seen in it.
 * Another site's address is never followed. Takes time linear in its length.
 */
export function readTyped(raw: string, origin: string): Typed {
  if (raw.length > LONGEST * 20) return tooLong()
  if (UNSTORABLE.test(raw))
    return { kind: 'unanswerable', why: 'This contains a character that cannot be searched for.' }
  const text = raw.replace(INVISIBLE, '').replace(CONTROLS, ' ').trim()
  if (text === '') return { kind: 'nothing' }
  if (ADDRESS.test(text) && !/\s/.test(text)) return readAddress(text, origin)
  if (text.length > LONGEST) return tooLong()
  return { kind: 'text', text }
}

function tooLong(): Typed {
  return { kind: 'unanswerable', why: `At most ${LONGEST} characters can be searched for.` }
}

function readAddress(text: string, origin: string): Typed {
  if (!URL.canParse(text)) return { kind: 'text', text: text.slice(0, LONGEST) }
  const url = new URL(text)
  const wanted = `${url.pathname}${url.search}${url.hash}`
  const isOurs = url.origin === origin && url.username === '' && url.password === ''
  if (!isOurs) return { kind: 'text', text: text.slice(0, LONGEST) }
  // What a sign-in may lead back to is also what a pasted address may lead to; the rest of the site is no page.
  if (wanted !== '/' && safeCallback(wanted) === '/')
    return { kind: 'unanswerable', why: 'This is not a page of this site.' }
  return { kind: 'address', path: wanted }
}

/** The words of a text, each to be found for itself; at most eight. */
export function wordsOf(text: string): string[] {
  return [...new Set(text.split(/\s+/).filter((word) => word !== ''))].slice(0, 8)
}
