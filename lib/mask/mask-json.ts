import { decodeString, endOfString, isJson } from '../json/json-text'
import { MASK, maskMessage } from './mask-message'
import { isSecretKey } from './secret-keys'

const [QUOTE, SPACE, COLON, COMMA] = [0x22, 0x20, 0x3a, 0x2c]
const [OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET] = [0x7b, 0x7d, 0x5b, 0x5d]

/** Pointers listed at most: in a deep document each is as long as the document is deep. */
const MAX_POINTERS = 1_000

export interface MaskedJson {
  /** The document with each secret replaced; every other character is the original's. */
  text: string
  /** JSON pointers (RFC 6901) of the replaced values in document order, the first 1,000 of them. */
  masked: string[]
  /** How many values were replaced. */
  count: number
}

function pointerTo(path: readonly (string | number)[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

/** The offset behind the value that begins at `start`: a string, a word, or everything up to its closing bracket. */
function endOfValue(text: string, start: number): number {
  let depth = 0
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) at = endOfString(text, at) - 1
    else if (code === OPEN_BRACE || code === OPEN_BRACKET) depth += 1
    else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) depth -= 1
    const isOver = depth === 0 && (code === QUOTE || code === CLOSE_BRACE || code === CLOSE_BRACKET)
    if (isOver) return at + 1
    if (depth < 0 || (depth === 0 && (code === COMMA || code <= SPACE))) return at
  }
  return text.length
}

/** What the value at `start` becomes: the mask whole below a secret key, its text without secrets when it is a string, else undefined. */
function replacementOf(text: string, start: number, secret: boolean): string | undefined {
  const isString = text.charCodeAt(start) === QUOTE
  if (secret) {
    const isNothing = isString ? text.startsWith('""', start) : text.startsWith('null', start)
    return isNothing ? undefined : JSON.stringify(MASK)
  }
  if (!isString) return undefined
  const value = decodeString(text, start, endOfString(text, start))
  const masked = maskMessage(value)
  return masked === value ? undefined : JSON.stringify(masked)
}

/**
 * Masks a JSON document given and returned as text. The value of a secret key (`isSecretKey`) is replaced whole by
 * `"••••••"`, whatever its type, unless it is null or empty; other strings lose the secrets inside them (`maskMessage`).
 * Works on offsets, so numbers beyond 2^53, `__proto__` and repeated keys pass unaltered, and at any depth. Text
 * that is not JSON is masked whole. Keys themselves are never masked. A megabyte takes some 30 ms.
 */
export function maskJson(text: string): MaskedJson {
  return isJson(text) ? maskValidJson(text) : { text: JSON.stringify(MASK), masked: [''], count: 1 }
}

/** `maskJson` for text that is JSON for certain, such as a `jsonb` that Postgres has written: to read it whole first costs as much again. */
export function maskValidJson(text: string): MaskedJson {
  const path: (string | number)[] = []
  const masked: string[] = []
  const pieces: string[] = []
  let count = 0
  let done = 0
  let atKey = false
  let at = 0

  while (at < text.length) {
    const code = text.charCodeAt(at)
    const step = path.at(-1)
    if (code <= SPACE || code === COLON) at += 1
    else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
      path.pop()
      atKey = false
      at += 1
    } else if (code === COMMA) {
      atKey = typeof step === 'string'
      if (typeof step === 'number') path[path.length - 1] = step + 1
      at += 1
    } else if (code === QUOTE && atKey) {
      const end = endOfString(text, at)
      path[path.length - 1] = decodeString(text, at, end)
      atKey = false
      at = end
    } else {
      const replacement = replacementOf(text, at, typeof step === 'string' && secretByName(step))
      if (replacement !== undefined) {
        pieces.push(text.slice(done, at), replacement)
        done = endOfValue(text, at)
        at = done
        count += 1
        if (masked.length < MAX_POINTERS) masked.push(pointerTo(path))
      } else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
        path.push(code === OPEN_BRACE ? '' : 0)
        atKey = code === OPEN_BRACE
        at += 1
      } else at = endOfValue(text, at)
    }
  }
  return { text: pieces.join('') + text.slice(done), masked, count }
}

/** Keys that were judged already, at most so many and of so many characters each. */
const known = new Map<string, boolean>()
const MOST_KNOWN = 10_000
const LONGEST_KNOWN = 64

/** Documents repeat their keys and those of each other, and splitting one into words is the dearest step of all. */
function secretByName(key: string): boolean {
  const before = known.get(key)
  if (before !== undefined) return before
  const secret = isSecretKey(key)
  if (key.length > LONGEST_KNOWN) return secret
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(key, secret)
  return secret
}
