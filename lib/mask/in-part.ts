import { CUT, isNotWhole, maskOfLength } from './mask-sign'
import type { ValueClass } from './rule'

/** Digits of a telephone number: fewer are a short code, more are no number that can be dialled (ITU-T E.164 has at most 15). */
const DIGITS = { least: 7, most: 15 }
/** Characters that a text must have for its first to be shown. */
const LEAST_FOR_A_LETTER = 4

/** The parts before an at sign, and the host behind it, wherever they stand in a text. */
const EMAIL = /(?<![\p{L}\p{N}._%+'•-])([\p{L}\p{N}._%+'-]{1,64})@((?:[\p{L}\p{N}-]{1,63}\.){1,8}[\p{L}\p{N}-]{2,24})/gu
const WHOLE_EMAIL = /^([^\s@]{1,64})@((?:[\p{L}\p{N}-]{1,63}\.){1,8}[\p{L}\p{N}-]{2,24})$/u
/** A number as people write one for others to dial: with a plus sign, with the area in brackets, or in at least three groups. */
const PHONE =
  /(?<![\p{L}\p{N}_.@/•-])(?:(?:\+|\(\+?\d{1,4}\) ?)\d(?:[ ()./-]{0,2}\d){5,14}|\d{2,5}(?:[ /-]\d{2,5}){2,5})(?![\p{L}\p{N}_@]|[.-]\d)/gu
/** What looks like the last form and is a date or an address of the internet. */
const NO_PHONE = /^(?:\d{4}[-/ ]\d{1,2}[-/ ]\d{1,2}|\d{1,2}[-/ ]\d{1,2}[-/ ]\d{2,4})(?:\D|$)/

function emailInPart(local: string, host: string): string {
  return `${Array.from(local)[0] ?? ''}${CUT}@${host}`
}

function phoneInPart(digits: string): string {
  return `${CUT} ${digits.slice(-4)}`
}

/** A text with what is of the class in it replaced; `how` gets what was found and its form in part. */
function withoutClass(text: string, of: ValueClass, how: (found: string, part: string) => string): string {
  if (of === 'email')
    return text.includes('@')
      ? text.replace(EMAIL, (found, local: string, host: string) => how(found, emailInPart(local, host)))
      : text
  if (text.length < DIGITS.least || !/\d/.test(text)) return text
  return text.replace(PHONE, (found) => {
    const digits = found.replace(/\D/g, '')
    const isNumber = digits.length >= DIGITS.least && digits.length <= DIGITS.most && !NO_PHONE.test(found)
    return isNumber ? how(found, phoneInPart(digits)) : found
  })
}

/** The text with the addresses or numbers in it shown in part: `write to a•••@acme.example`. Idempotent. */
export function classInPart(text: string, of: ValueClass): string {
  return withoutClass(text, of, (_, part) => part)
}

/** The text with the addresses or numbers in it masked whole. */
export function classMasked(text: string, of: ValueClass): string {
  return withoutClass(text, of, (found) => maskOfLength(found.length))
}

/**
 * A value shown in part, whatever it is: an e-mail address by its first letter and host, a telephone number by its last four digits, another
 * text by its first letter, and a short one not at all. `source` is its JSON text, and not that of a list or an object.
 */
export function inPart(source: string): string {
  const value: unknown = JSON.parse(source)
  if (typeof value !== 'string') {
    const digits = typeof value === 'number' ? source.replace(/\D/g, '') : ''
    return digits.length >= DIGITS.least && digits.length <= DIGITS.most && /^\d+$/.test(source)
      ? phoneInPart(digits)
      : maskOfLength(source.length)
  }
  if (isNotWhole(value)) return value
  const at = WHOLE_EMAIL.exec(value)
  if (at) return emailInPart(at[1] ?? '', at[2] ?? '')
  const digits = value.replace(/\D/g, '')
  const isPhone = /^[+\d\s().\-/]+(?:(?:ext\.?|x)\s?\d{1,6})?$/i.test(value) && digits.length >= DIGITS.least
  return isPhone && digits.length <= DIGITS.most ? phoneInPart(digits) : firstLetter(value)
}

function firstLetter(value: string): string {
  const characters = Array.from(value.slice(0, 2 * LEAST_FOR_A_LETTER))
  return characters.length < LEAST_FOR_A_LETTER ? maskOfLength(value.length) : `${characters[0]}${CUT}`
}
