/** Characters before a match that tell where in the text it stands. */
const LEAD = 200

export interface Excerpt {
  text: string
  /** Whether there is more before it, and behind it. */
  before: boolean
  after: boolean
}

/** About `length` characters of the text: its beginning, or where the words first occur when that is further on. */
export function excerpt(text: string, length: number, words = ''): Excerpt {
  if (text.length <= length) return { text, before: false, after: false }
  const lower = text.toLowerCase()
  // A few letters change their length with their case; offsets of one text are then no offsets of the other.
  const match = words !== '' && lower.length === text.length ? lower.indexOf(words.toLowerCase()) : -1
  const from = match + words.length <= length ? 0 : wholeAt(text, match - LEAD)
  const end = wholeAt(text, from + length)
  return { text: text.slice(from, end), before: from > 0, after: end < text.length }
}

/** The offset, or the one before it when it would tear a surrogate pair. */
export function wholeAt(text: string, at: number): number {
  if (at <= 0) return 0
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) && /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) ? at - 1 : at
}
