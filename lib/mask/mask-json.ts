import { createScanner, type JSONScanner } from 'jsonc-parser'
import { MASK, maskMessage } from './mask-message'
import { isSecretKey } from './secret-keys'

/** jsonc-parser declares its token kinds as a const enum, which a module compiled on its own cannot read. */
const Token = { openBrace: 1, closeBrace: 2, openBracket: 3, closeBracket: 4, comma: 5, nil: 7, string: 10, end: 17 }

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

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function pointerTo(path: readonly (string | number)[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

/** Moves the scanner from the opening token of a value to its last; returns the offset after it. */
function endOfValue(scanner: JSONScanner, opening: number): number {
  let depth = opening === Token.openBrace || opening === Token.openBracket ? 1 : 0
  while (depth > 0) {
    const token: number = scanner.scan()
    if (token === Token.openBrace || token === Token.openBracket) depth += 1
    if (token === Token.closeBrace || token === Token.closeBracket) depth -= 1
  }
  return scanner.getTokenOffset() + scanner.getTokenLength()
}

/** What a value becomes: the mask whole below a secret key, its text without secrets when it is a string, else undefined. */
function replacementOf(scanner: JSONScanner, token: number, secret: boolean): string | undefined {
  const value = token === Token.string ? scanner.getTokenValue() : undefined
  if (token === Token.nil || value === '') return undefined
  if (secret) return JSON.stringify(MASK)
  if (value === undefined) return undefined
  const masked = maskMessage(value)
  return masked === value ? undefined : JSON.stringify(masked)
}

/**
 * Masks a JSON document given and returned as text. The value of a secret key (`isSecretKey`) is replaced whole by
 * `"••••••"`, whatever its type, unless it is null or empty; other strings lose the secrets inside them (`maskMessage`).
 * Works on token offsets, so numbers beyond 2^53, `__proto__` and repeated keys pass unaltered, and at any depth. Text
 * that is not JSON is masked whole. Keys themselves are never masked.
 */
export function maskJson(text: string): MaskedJson {
  if (!isJson(text)) return { text: JSON.stringify(MASK), masked: [''], count: 1 }
  const scanner = createScanner(text, true)
  const secretKeys = new Map<string, boolean>()
  const path: (string | number)[] = []
  const result: MaskedJson = { text: '', masked: [], count: 0 }
  const pieces: string[] = []
  let done = 0
  let atKey = false

  for (let token: number = scanner.scan(); token !== Token.end; token = scanner.scan()) {
    const step = path.at(-1)
    if (token === Token.closeBrace || token === Token.closeBracket) {
      path.pop()
      atKey = false
    } else if (token === Token.comma) {
      atKey = typeof step === 'string'
      if (typeof step === 'number') path[path.length - 1] = step + 1
    } else if (token === Token.string && atKey) {
      path[path.length - 1] = scanner.getTokenValue()
      scanner.scan()
      atKey = false
    } else {
      const secret = typeof step === 'string' && secretByName(secretKeys, step)
      const start = scanner.getTokenOffset()
      const replacement = replacementOf(scanner, token, secret)
      if (replacement !== undefined) {
        pieces.push(text.slice(done, start), replacement)
        done = endOfValue(scanner, token)
        result.count += 1
        if (result.masked.length < MAX_POINTERS) result.masked.push(pointerTo(path))
      } else if (token === Token.openBrace || token === Token.openBracket) {
        path.push(token === Token.openBrace ? '' : 0)
        atKey = token === Token.openBrace
      }
    }
  }
  result.text = pieces.join('') + text.slice(done)
  return result
}

/** Documents repeat their keys, and splitting one into words is the dearest step of all. */
function secretByName(known: Map<string, boolean>, key: string): boolean {
  const before = known.get(key)
  if (before !== undefined) return before
  const secret = isSecretKey(key)
  known.set(key, secret)
  return secret
}
