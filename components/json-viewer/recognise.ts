import type { JsonKind } from './document'

/** What a value seems to be beside its JSON type. */
export type Meaning =
  | { type: 'instant'; iso: string }
  | { type: 'link'; href: string }
  | { type: 'email'; href: string }
  | null

/** Seconds since the epoch that are taken for a time: from September 2001, when they came to have ten digits, to 2099. */
const FIRST_SECOND = 1_000_000_000
const LAST_SECOND = 4_102_444_800

/** Recognises instants (ISO 8601 with zone; seconds or milliseconds since the epoch), links and e-mail addresses. Nothing is fetched. */
export function recognise(kind: JsonKind, text: string): Meaning {
  if (kind === 'number') return readEpoch(text)
  if (kind !== 'string' || text.length > 2_000) return null
  if (/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/.test(text)) {
    return instantAt(Date.parse(text))
  }
  if (/^https?:\/\/\S+$/i.test(text)) return URL.canParse(text) ? { type: 'link', href: new URL(text).href } : null
  if (/^[^\s@<>"(),:;]+@[^\s@<>"(),:;.]+(\.[^\s@<>"(),:;.]+)+$/.test(text)) {
    return { type: 'email', href: `mailto:${encodeURIComponent(text)}` }
  }
  return null
}

function readEpoch(text: string): Meaning {
  if (!/^\d{10}(\d{3})?$/.test(text)) return null
  const seconds = text.length === 10 ? Number(text) : Number(text) / 1_000
  return seconds >= FIRST_SECOND && seconds < LAST_SECOND ? instantAt(seconds * 1_000) : null
}

function instantAt(milliseconds: number): Meaning {
  return Number.isNaN(milliseconds) ? null : { type: 'instant', iso: new Date(milliseconds).toISOString() }
}
