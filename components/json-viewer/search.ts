import { type JsonDocument, type JsonNode, keyOf, textOf } from './document'

/**
 * The values whose key, or whose own text, contains the words, in document order; upper and lower case are the same. `within` are
 * the matches of a shorter text that `words` extends, which then suffice. Array indices are no keys: a number finds values.
 */
export function findMatches(
  document: JsonDocument,
  words: string,
  within: readonly JsonNode[] = document.nodes,
): JsonNode[] {
  const wanted = words.toLowerCase()
  if (wanted === '') return []
  const matches = (text: string) => text.toLowerCase().includes(wanted)
  return within.filter((node) => {
    if (node.kind !== 'object' && node.kind !== 'array' && matches(textOf(document, node))) return true
    const key = keyOf(document, node)
    return typeof key === 'string' && matches(key)
  })
}

/** `text` cut where `words` occur, so that every second piece is an occurrence; the whole text when there is none. */
export function splitAtMatches(text: string, words: string): string[] {
  const lower = text.toLowerCase()
  const wanted = words.toLowerCase()
  // A few letters change their length with their case; offsets of one text are then no offsets of the other.
  if (wanted === '' || lower.length !== text.length) return [text]
  const pieces: string[] = []
  let from = 0
  for (let at = lower.indexOf(wanted); at !== -1; at = lower.indexOf(wanted, from)) {
    pieces.push(text.slice(from, at), text.slice(at, at + wanted.length))
    from = at + wanted.length
  }
  return [...pieces, text.slice(from)]
}
