import { shownText } from './text-view'
import type { PlainView } from './value-view'

/** Badges in a cell; the record itself shows all. */
const SHOWN = 8

/** The keys by which integrations name a thing, the best name first. */
const NAMES = [
  'name',
  'displayName',
  'display_name',
  'label',
  'fullName',
  'full_name',
  'title',
  'login',
  'email',
  'emailAddress',
  'id',
]

/** What a person would call this object: its name, its first and last name, else its e-mail or id. Null when it has none. */
export function nameOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const texts = new Map<string, unknown>(Object.entries(value))
  const given = [texts.get('firstName') ?? texts.get('first_name'), texts.get('lastName') ?? texts.get('last_name')]
  const together = given.filter((part) => typeof part === 'string' && part !== '').join(' ')
  const named = NAMES.map((key) => texts.get(key)).find(
    (part) => (typeof part === 'string' && part !== '') || typeof part === 'number',
  )
  const isLate = named === texts.get('email') || named === texts.get('emailAddress') || named === texts.get('id')
  if (together !== '' && (named === undefined || isLate)) return together
  return named === undefined ? null : String(named)
}

/** One badge for each element: a scalar as it is, an object by its name. Null when an element is neither. */
export function listView(values: readonly unknown[]): PlainView | null {
  const badges = values.slice(0, SHOWN).map((value) => {
    if (typeof value === 'string') return shownText(value === '' ? '(empty)' : value, JSON.stringify(value))
    if (typeof value === 'boolean') return { text: String(value), source: String(value) }
    // Beyond what a double holds the digits are no longer those that are stored, so nothing could be found by them.
    if (typeof value === 'number')
      return Math.abs(value) < 2 ** 53 ? { text: String(value), source: String(value) } : { text: String(value) }
    const name = nameOf(value)
    return name === null ? null : { text: shownText(name, '').text }
  })
  if (badges.includes(null)) return null
  return { kind: 'badges', badges: badges.filter((badge) => badge !== null), more: Math.max(0, values.length - SHOWN) }
}
