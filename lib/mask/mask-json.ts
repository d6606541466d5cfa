import { decodeString, endOfString, isJson } from '../json/json-text'
import { inPart } from './in-part'
import type { KeyTest } from './key-rules'
import { isWholeMask, MASK, maskOfLength } from './mask-sign'
import type { PathNode } from './path-rules'
import { lessOf, type Shown } from './shown'

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

/** By what a document is masked. */
export interface Masks {
  keys: KeyTest
  /** By the value's path from the top; null where nothing is said of paths. */
  paths: PathNode | null
  /** A text without the secrets in it. */
  message: (text: string) => string
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

/** What the value at `start` becomes, as far as it is not shown; undefined where it stays, or is a list or an object to be read. */
function replacementOf(text: string, start: number, shown: Shown, { message }: Masks): string | undefined {
  const code = text.charCodeAt(start)
  const isString = code === QUOTE
  if (shown === 'whole') {
    if (!isString) return undefined
    const value = decodeString(text, start, endOfString(text, start))
    const masked = message(value)
    return masked === value ? undefined : JSON.stringify(masked)
  }
  if (isString ? text.startsWith('""', start) : text.startsWith('null', start)) return undefined
  if (shown === 'part' && (code === OPEN_BRACE || code === OPEN_BRACKET)) return undefined
  const source = text.slice(start, endOfValue(text, start))
  return shown === 'part' ? JSON.stringify(inPart(source)) : wholeMask(source)
}

/** What stands for a value of this JSON text; what is masked already keeps its length class. */
export function wholeMask(source: string): string {
  const isString = source.startsWith('"')
  if (isString && isWholeMask(source.slice(1, -1))) return source
  return JSON.stringify(maskOfLength(isString ? decodeString(source, 0, source.length).length : source.length))
}

/**
 * Masks a JSON document given and returned as text: a value is replaced whole or in part as the keys on its way and its path say, unless it
 * is null or empty, and other strings lose what is secret in them. Works on offsets, so numbers beyond 2^53, `__proto__` and repeated keys
 * pass unaltered, and at any depth. Text that is not JSON is masked whole. Keys themselves are never masked. A megabyte takes some 30 ms.
 */
export function maskJsonBy(masks: Masks, text: string): MaskedJson {
  if (isJson(text)) return maskValidJsonBy(masks, text)
  return { text: JSON.stringify(MASK), masked: [''], count: 1 }
}

/** A list or object that is being read: the paths that lead on from it, and what is shown of all that is in it. */
interface Open {
  paths: PathNode | null
  shown: Shown
}

/** `maskJsonBy` for text that is JSON for certain, such as a `jsonb` that Postgres has written: to read it whole first costs as much again.
 * `from` is what is shown of the document itself, where it is a part of a larger one. */
export function maskValidJsonBy(masks: Masks, text: string, from: Shown = 'whole'): MaskedJson {
  const path: (string | number)[] = []
  const open: Open[] = []
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
      open.pop()
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
      const inside = open.at(-1)
      const paths = inside ? pathsAt(inside, step) : masks.paths
      const shown = inside ? shownAt(masks, inside, step, paths) : from
      const replacement = replacementOf(text, at, shown, masks)
      if (replacement !== undefined) {
        const end = endOfValue(text, at)
        pieces.push(text.slice(done, at), replacement)
        done = end
        at = end
        count += 1
        if (masked.length < MAX_POINTERS) masked.push(pointerTo(path))
      } else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
        path.push(code === OPEN_BRACE ? '' : 0)
        open.push({ paths, shown })
        atKey = code === OPEN_BRACE
        at += 1
      } else at = endOfValue(text, at)
    }
  }
  return { text: pieces.join('') + text.slice(done), masked, count }
}

function pathsAt({ paths }: Open, step: string | number | undefined): PathNode | null {
  return typeof step === 'string' ? (paths?.next.get(step) ?? null) : paths
}

function shownAt({ keys }: Masks, { shown }: Open, step: string | number | undefined, paths: PathNode | null): Shown {
  if (typeof step !== 'string') return shown
  const own = keys(step)
  const named = shown === 'whole' ? own : lessOf(shown, own)
  return paths ? lessOf(named, paths.shown) : named
}
