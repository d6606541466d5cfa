import { isNotWhole, isWholeMask } from '../mask/mask-sign'
import type { PlainView } from './value-view'

/** Characters of a text in a cell: more than the widest column shows. */
const SHOWN = 240

/** Half a surrogate pair is never left. */
export function cutText(text: string): { text: string; whole: boolean } {
  const characters = Array.from(text.slice(0, 2 * SHOWN))
  if (characters.length <= SHOWN) return { text, whole: true }
  return { text: `${characters.slice(0, SHOWN - 1).join('')}…`, whole: false }
}

/** The text of a cell with the JSON text that a filter by it needs, unless what is shown is not all that is stored. */
export function shownText(value: string, source: string): { text: string; source?: string } {
  const { text, whole } = cutText(value)
  return whole && !isNotWhole(value) ? { text, source } : { text }
}

const WEB = /^https?:\/\/[^\s/?#@]+(?:[/?#]\S*)?$/i
const BARE_HOST = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,24}(?:\/\S*)?$/u
const EMAIL = /^[\p{L}\p{N}._%+'-]+@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,24}$/u
const PHONE = /^\+?[\d\s().\-/]{5,30}(?:(?:ext\.?|x)\s?\d{1,6})?$/i

/** The address of a page in a text that is one, also without its scheme; null for anything that a browser would not simply open. */
export function pageLink(text: string): string | null {
  const written = WEB.test(text) ? text : BARE_HOST.test(text) ? `https://${text}` : null
  return written !== null && URL.canParse(written) ? new URL(written).href : null
}

export function emailLink(text: string): string | null {
  return text.length <= 254 && EMAIL.test(text) ? `mailto:${encodeURIComponent(text).replace('%40', '@')}` : null
}

export function phoneLink(text: string): string | null {
  if (!PHONE.test(text) || text.replace(/\D/g, '').length < 5) return null
  return `tel:${text.replace(/(?:ext|x).*$/i, '').replace(/[^\d+]/g, '')}`
}

/** A text as text, or as the link that it is whatever its property says. */
export function textView(value: string, source: string): PlainView {
  if (value === '') return { kind: 'nothing', why: 'empty text' }
  if (isWholeMask(value)) return { kind: 'masked', text: value }
  const shown = shownText(value, source)
  if (shown.source === undefined) return { kind: 'text', ...shown }
  const page = /^https?:/i.test(value) ? pageLink(value) : null
  if (page) return { kind: 'link', to: 'page', href: page, ...shown }
  const email = emailLink(value)
  return email ? { kind: 'link', to: 'e-mail', href: email, ...shown } : { kind: 'text', ...shown }
}
