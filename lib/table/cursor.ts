import 'server-only'
import type { KeysetTerm } from './keyset'
import type { Seal } from './seal'
import { printSort } from './sort'

/** A place between two rows: the values by which the rows are ordered, as text, in the order of the terms. */
export type CursorKeys = (string | null)[]

export type DecodedCursor = { ok: true; keys: CursorKeys } | { ok: false; problem: string }

/** Above this a cursor is not ours: addresses that long do not survive proxies. */
const MAX_LENGTH = 6_000
// biome-ignore lint/suspicious/noControlCharactersInRegex: NUL is what it looks for.
const UNSTORABLE = /\u0000|\p{Surrogate}/u
const MALFORMED = 'This link points to a place in the list that cannot be read. Start from the first page.'
const FOREIGN = 'This link points to a place in the list as it was sorted before. Start from the first page.'

/** The cursor of a row, from the keys that `selectKeys` gave. Opaque to browsers: base64url of JSON, hidden by `seal` if there is one. */
export function encodeCursor(keys: CursorKeys, terms: readonly KeysetTerm[], seal: Seal | null = null): string {
  const text = JSON.stringify([printSort(terms), ...keys])
  return seal ? seal.hide(text) : Buffer.from(text, 'utf8').toString('base64url')
}

/**
 * Reads a cursor from an address. It is refused, with a sentence, when it is malformed, belongs to another sort, or
 * holds a value that the column's type could not be cast from, so that nothing forged reaches the database as an error.
 */
export function decodeCursor(text: string, terms: readonly KeysetTerm[], seal: Seal | null = null): DecodedCursor {
  const [signature, ...keys] = readParts(text, seal)
  if (signature === undefined) return { ok: false, problem: MALFORMED }
  if (signature !== printSort(terms) || keys.length !== terms.length) return { ok: false, problem: FOREIGN }
  const fits = terms.every((term, place) => accepts(term, keys[place] ?? null))
  return fits ? { ok: true, keys } : { ok: false, problem: MALFORMED }
}

/** The elements of the array inside, or nothing when there is none of the right shape. */
function readParts(text: string, seal: Seal | null): CursorKeys {
  if (text.length > MAX_LENGTH || !/^[\w-]+$/.test(text)) return []
  const value = parseJson(seal ? seal.reveal(text) : Buffer.from(text, 'base64url').toString('utf8'))
  if (!Array.isArray(value)) return []
  const parts: CursorKeys = []
  for (const part of value as unknown[]) {
    if (part !== null && typeof part !== 'string') return []
    parts.push(part)
  }
  return parts[0] === null ? [] : parts
}

function parseJson(text: string | null): unknown {
  if (text === null) return undefined
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function accepts({ column }: KeysetTerm, key: string | null): boolean {
  if (key === null) return column.nullable
  switch (column.type) {
    case 'text':
      return !UNSTORABLE.test(key)
    case 'enum':
      return column.values.includes(key)
    case 'integer':
      return /^-?\d{1,18}$/.test(key)
    case 'numeric':
      return key === 'NaN' || /^-?\d{1,5000}(?:\.\d{1,5000})?(?:e[+-]?\d{1,4})?$/i.test(key)
    case 'uuid':
      return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(key)
    case 'timestamp':
    case 'timestamptz':
      return isTimestamp(key)
  }
}

/** The format in which `to_json` gives timestamps. A date that does not exist would be an error in the database. */
function isTimestamp(key: string): boolean {
  if (key === 'infinity' || key === '-infinity') return true
  const match = /^([1-9]\d{3}-\d\d-\d\d)T(\d\d:\d\d:\d\d(?:\.\d{1,6})?)(?:\+00:00)?$/.exec(key)
  const date = new Date(`${match?.[1]}T${match?.[2]}Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(match?.[1] ?? 'none')
}
