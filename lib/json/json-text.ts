/** Whether the text is JSON, by the engine's own parser. */
export function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch (error) {
    if (error instanceof SyntaxError) return false
    throw error
  }
}

/** The offset behind the string that opens at `start`; -1 when it is never closed. */
export function endOfString(text: string, start: number): number {
  let quote = text.indexOf('"', start + 1)
  while (quote !== -1) {
    let escapes = 0
    while (text.charAt(quote - 1 - escapes) === '\\') escapes += 1
    if (escapes % 2 === 0) return quote + 1
    quote = text.indexOf('"', quote + 1)
  }
  return -1
}

/** What the string between these offsets stands for; its quotation marks belong to it. Throws SyntaxError for an escape that is none. */
export function decodeString(text: string, start: number, end: number): string {
  const inner = text.slice(start + 1, end - 1)
  return inner.includes('\\') ? String(JSON.parse(`"${inner}"`)) : inner
}
