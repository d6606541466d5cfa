import { MAX_VALUE_LENGTH, readBoolean, readNumber } from './literal'

/** `text` between quotation marks. */
export function quote(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`
}

/**
 * `value` as it is written behind a colon so that it is taken literally, as text: plain where that reads the same,
 * between quotation marks otherwise.
 */
export function quoteValue(value: string): string {
  const isPlain = /^[\p{L}\p{N}_@.+/-]+$/u.test(value)
  const hasMeaning =
    /^(?:AND|OR|NOT|TO|null|(?:now|today|yesterday|tomorrow).*|\d{4}-.*)$/.test(value) ||
    readBoolean(value) !== null ||
    readNumber(value) !== null
  return isPlain && !hasMeaning ? value : quote(value)
}

/** The term `field:value` for a value that is text. `field` is written as in the filter: `status`, `connection.name`. */
export function termText(field: string, value: string): string {
  return `${field}:${quoteValue(value)}`
}

/**
 * The term `field:value` for a value as the text of a document has it, so that a long number keeps all its digits. Null for objects
 * and lists, for texts that are longer than a value may be, and for what no filter may hold: U+0000 and halves of a character.
 */
export function termOfJson(field: string, source: string): string | null {
  if (/^[[{]/.test(source) || source.length > MAX_VALUE_LENGTH) return null
  if (!source.startsWith('"')) return `${field}:${source}`
  const value = JSON.parse(source) as string
  return /[\0\p{Cs}]/u.test(value) ? null : termText(field, value)
}
