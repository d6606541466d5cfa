import type { Literal } from './ast'

/** UTF-16 code units that one value may have. */
export const MAX_VALUE_LENGTH = 500

/** The number format of JSON: no leading zeros and no plus sign, so that `007` stays the text it most likely is. */
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE]([+-]?\d+))?$/
/** Powers of ten; far beyond any real value, and far within what Postgres' numeric can hold. */
const MAX_EXPONENT = 1_000

/** The value as text, with its wildcards. */
export function textOf({ segments }: Literal): string {
  return segments.join('*')
}

/** Whether the value is a lone `*`: the field is set. */
export function isAnything({ segments }: Literal): boolean {
  return segments.length > 1 && segments.join('') === ''
}

/** Whether the value is the word null, unquoted. */
export function isNull({ segments, quoted }: Literal): boolean {
  return !quoted && segments.length === 1 && segments[0] === 'null'
}

/** `true` or `false` in any case; null for everything else. */
export function readBoolean(text: string): boolean | null {
  const lower = text.toLowerCase()
  return lower === 'true' ? true : lower === 'false' ? false : null
}

/** The number in the digits that were typed, because a double would lose some of them; null when it is none. */
export function readNumber(text: string): { digits: string } | 'outOfRange' | null {
  const match = NUMBER.exec(text)
  if (!match) return null
  return Math.abs(Number(match[1] ?? 0)) > MAX_EXPONENT ? 'outOfRange' : { digits: text }
}
