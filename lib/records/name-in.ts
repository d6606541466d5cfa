import { isNotWhole } from '../mask/mask-sign'

/** Keys under which documents keep what people call the thing, the best first. */
const NAMES = [
  'name',
  'displayName',
  'fullName',
  'full_name',
  'title',
  'subject',
  'dealname',
  'company',
  'email',
  'login',
]
const FIRST = ['firstName', 'firstname', 'first_name', 'givenName']
const LAST = ['lastName', 'lastname', 'last_name', 'familyName']
/** Signs that turn the text around them: a name would read as another. The document itself shows them. */
const TURNING = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g
/** Characters of a name that are shown. */
const SHOWN = 80

/** What the thing is called that a masked document describes; null where it does not say, or says it masked. */
export function nameIn(text: string): string | null {
  const document: unknown = JSON.parse(text)
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return null
  const values = new Map<string, unknown>(Object.entries(document))
  const textAt = (keys: readonly string[]) => keys.map((key) => nameOf(values.get(key))).find((name) => name !== null)
  const whole = textAt(NAMES.slice(0, 5))
  const parts = [textAt(FIRST), textAt(LAST)].filter((part) => part !== undefined)
  return whole ?? (parts.length > 0 ? parts.join(' ') : (textAt(NAMES) ?? null))
}

function nameOf(value: unknown): string | null {
  if (typeof value !== 'string' || isNotWhole(value)) return null
  const line = value
    .replace(TURNING, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
  const letters = [...line]
  if (letters.length > SHOWN) return `${letters.slice(0, SHOWN - 1).join('')}…`
  return line === '' ? null : line
}
