/** Characters of a value that are shown before and behind what matches. */
const BEFORE = 12
const BEHIND = 36

/**
 * Where a masked document has one of the words, as `email: …ada@acme.example`: the key and the text around it, so that one sees why it was found
 * without opening it. Null where none of its texts has one; numbers are left out, since reading them could change their digits.
 */
export function matchIn(text: string, words: readonly string[]): string | null {
  const wanted = words.map((word) => word.toLowerCase()).filter((word) => word !== '')
  // In the order of the document, and with a list of its own: what is nested deeply enough would be too much for calls within calls.
  const ahead: { key: string; value: unknown }[] = [{ key: '', value: JSON.parse(text) }]
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    const { key, value } = next
    if (typeof value === 'string') {
      const found = excerptAt(value, wanted, key)
      if (found !== null) return found
    } else if (typeof value === 'object' && value !== null) {
      const below = Object.entries(value).map(([inner, of]) => ({ key: Array.isArray(value) ? key : inner, value: of }))
      for (const each of below.reverse()) ahead.push(each)
    }
  }
  return null
}

function excerptAt(value: string, wanted: readonly string[], key: string): string | null {
  const line = value.replace(/[\p{Cc}\s]+/gu, ' ').trim()
  const lower = line.toLowerCase()
  const word = wanted.find((each) => lower.includes(each))
  // A character may be as long in lower case as it was not before: then its place is not known.
  if (word === undefined || lower.length !== line.length) return null
  const at = lower.indexOf(word)
  const from = at <= BEFORE ? 0 : at - BEFORE
  const to = at + word.length + BEHIND
  const shown = [...line.slice(from, to)]
    .filter((character) => !/\p{Cs}/u.test(character))
    .join('')
    .trim()
  return `${key === '' ? '' : `${key}: `}${from > 0 ? '…' : ''}${shown}${to < line.length ? '…' : ''}`
}
