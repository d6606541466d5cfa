import { isNotWhole, isWholeMask } from '../mask/mask-sign'
import { dateView } from './date-view'
import { listView, nameOf } from './list-view'
import type { PropertyType } from './property-type'
import { cutText, pageLink, phoneLink, shownText, textView } from './text-view'
import type { PlainView, ValueView } from './value-view'

/** A number, also one written as a text, as sorting by a numeric property takes it. */
const NUMBER = /^\s*[+-]?\d{1,40}(?:\.\d{1,40})?(?:[eE][+-]?\d{1,3})?\s*$/

/** What a value of each type should be, in words that follow "not". */
const WANTED: Record<PropertyType, string> = {
  LONG_TEXT: 'a text',
  SINGLE_LINE_TEXT: 'a text',
  SINGLE_SELECT: 'a single choice',
  MULTI_SELECT: 'a list of choices',
  CHECKBOX: 'true or false',
  DATE: 'a date',
  USER: 'a user',
  BADGE_LIST: 'a list',
  CURRENCY: 'an amount',
  URL: 'a web address',
  PHONE: 'a phone number',
  CONTACT: 'a contact',
  COMPANY: 'a company',
  PERSON: 'a person',
  ENRICHMENT: 'an enrichment',
  COMPOSITE: 'an object',
  BOOLEAN: 'true or false',
  NUMBER: 'a number',
  FLOAT: 'a number',
  JSON_OBJECT: 'an object',
  JSON_ARRAY: 'a list',
}

/**
 * How the value that `source` is (masked JSON text) is shown in a column of `type`; of null for a value without a property, which is
 * shown by its own JSON type. A value that contradicts its type is shown as it is stored, and says so. `parts` are the keys of a
 * composite in their order.
 */
export function readValue(source: string, type: PropertyType | null, parts: readonly string[] = []): ValueView {
  const value: unknown = JSON.parse(source)
  const nothing = nothingIn(value)
  if (nothing) return nothing
  if (typeof value === 'string' && isWholeMask(value)) return { kind: 'masked', text: value }
  if (type === null || (typeof value === 'string' && isNotWhole(value))) return byItself(value, source)
  const view = readTyped(value, source, type, parts)
  return view ?? { kind: 'unexpected', wanted: WANTED[type], ...shownText(asStored(value, source), source) }
}

function asStored(value: unknown, source: string): string {
  return typeof value === 'string' ? value : source
}

/** An empty text where a list or a date should be is as good as none, and integrations send it for none. */
function nothingIn(value: unknown): PlainView | null {
  if (value === null) return { kind: 'nothing', why: 'null' }
  if (value === '') return { kind: 'nothing', why: 'empty text' }
  if (Array.isArray(value)) return value.length === 0 ? { kind: 'nothing', why: 'empty list' } : null
  if (isObject(value)) return Object.keys(value).length === 0 ? { kind: 'nothing', why: 'empty object' } : null
  return null
}

/** By its own JSON type. A number as it is stored: nobody said that it is a quantity, and no year has a thousands separator. */
function byItself(value: unknown, source: string): PlainView {
  if (typeof value === 'string') return textView(value, source)
  if (typeof value === 'number') return { kind: 'text', text: source, source }
  if (typeof value === 'boolean') return { kind: 'flag', on: value, text: source, source }
  return { kind: 'json', text: cutText(source).text }
}

/** Null for a value that is not what the type says. */
function readTyped(value: unknown, source: string, type: PropertyType, parts: readonly string[]): PlainView | null {
  switch (type) {
    case 'LONG_TEXT':
    case 'SINGLE_LINE_TEXT':
      return typeof value === 'string' ? textView(value, source) : null
    case 'SINGLE_SELECT':
      return isScalar(value) ? listView([value]) : null
    case 'MULTI_SELECT':
    case 'BADGE_LIST':
      return Array.isArray(value) ? listView(value) : null
    case 'CHECKBOX':
    case 'BOOLEAN':
      return typeof value === 'boolean' ? { kind: 'flag', on: value, text: source, source } : null
    case 'NUMBER':
    case 'FLOAT':
      return numberView(value, source)
    case 'CURRENCY':
      return amountView(value, source)
    case 'DATE':
      return typeof value === 'string' || typeof value === 'number' ? dateView(asStored(value, source), source) : null
    case 'URL':
      return linkView(value, source, 'page', pageLink)
    case 'PHONE':
      return linkView(value, source, 'phone', phoneLink)
    case 'USER':
    case 'PERSON':
    case 'CONTACT':
    case 'COMPANY':
      return someoneView(value, source)
    case 'COMPOSITE':
      return isObject(value) ? compositeView(value, source, parts) : null
    case 'JSON_ARRAY':
      return Array.isArray(value) ? { kind: 'json', text: cutText(source).text } : null
    case 'JSON_OBJECT':
      return isObject(value) ? { kind: 'json', text: cutText(source).text } : null
    case 'ENRICHMENT':
      return byItself(value, source)
  }
}

function numberView(value: unknown, source: string): PlainView | null {
  if (typeof value === 'number') return { kind: 'number', text: source, source }
  return typeof value === 'string' && NUMBER.test(value) ? { kind: 'number', text: value.trim(), source } : null
}

/** A number, or `{"amount": 12, "currency": "EUR"}` under the names that integrations use. */
function amountView(value: unknown, source: string): PlainView | null {
  const plain = numberView(value, source)
  if (plain?.kind === 'number') return { ...plain, isAmount: true }
  if (!isObject(value)) return null
  const amount = value.amount ?? value.value
  const code = value.currency ?? value.currencyCode ?? value.currency_code
  if ((typeof amount !== 'number' && typeof amount !== 'string') || !NUMBER.test(String(amount))) return null
  const currency = typeof code === 'string' && /^[A-Za-z]{3}$/.test(code) ? code.toUpperCase() : undefined
  return { kind: 'number', isAmount: true, text: String(amount).trim(), ...(currency && { currency }) }
}

function linkView(
  value: unknown,
  source: string,
  to: 'page' | 'phone',
  linkOf: (text: string) => string | null,
): PlainView | null {
  if (typeof value !== 'string') return null
  const href = linkOf(value)
  if (href === null) return null
  const shown = shownText(value, source)
  // A link that was cut or masked would lead elsewhere.
  return shown.source === undefined && isNotWhole(value)
    ? { kind: 'text', ...shown }
    : { kind: 'link', to, href, ...shown }
}

function someoneView(value: unknown, source: string): PlainView | null {
  if (typeof value === 'string') return textView(value, source)
  if (typeof value === 'number') return { kind: 'text', text: source, source }
  if (Array.isArray(value)) return listView(value)
  const name = nameOf(value)
  return name === null ? null : { kind: 'text', ...shownText(name, source), source: undefined }
}

/** Its scalars in the order of the parts, then the others, as a person would write an address. */
function compositeView(value: Record<string, unknown>, source: string, parts: readonly string[]): PlainView {
  const keys = [
    ...parts.filter((key) => Object.hasOwn(value, key)),
    ...Object.keys(value).filter((key) => !parts.includes(key)),
  ]
  const words = keys.map((key) => value[key]).filter((part) => isScalar(part) && part !== '')
  if (words.length === 0) return { kind: 'json', text: cutText(source).text }
  return { kind: 'text', text: cutText(words.join(', ')).text }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}
