/** Characters of a value that are shown before and behind what matches. */
const BEFORE = 12
const BEHIND = 36

/**
 * Where a masked document has one of the words, as `email: …ada@acme.example`: the key and the text around it, so that one sees why it was found
 * without opening it. Null where none of its texts has one; numbers are left out, since reading them could change their digits.
 */
export function matchIn(text: string, words: readonly string[]): string | null {
  const wanted = words.map((word) => word.toLowerCase()).filter((word) => word !== '')
  const look = (value: unknown, key: string): string | null => {
    if (typeof value === 'string') return excerptAt(value, wanted, key)
    if (typeof value !== 'object' || value === null) return null
    for (const [inner, below] of Object.entries(value)) {
      const found = look(below, Array.isArray(value) ? key : inner)
      if (found !== null) return found
    }
    return null
  }
  return look(JSON.parse(text), '')
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
