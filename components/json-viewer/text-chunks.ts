import { wholeAt } from './excerpt'

/** Characters shown at a time: what a browser lays out without a pause. */
const CHUNK_LENGTH = 200_000

/**
 * Where the chunk that begins at `from` ends: behind the last line that fits, so that no character is torn from those it is drawn
 * with; inside a line that is longer than a chunk, but never inside a surrogate pair.
 */
export function chunkEnd(text: string, from: number, length = CHUNK_LENGTH): number {
  const end = from + length
  if (end >= text.length) return text.length
  const lineEnd = text.lastIndexOf('\n', end - 1) + 1
  if (lineEnd > from) return lineEnd
  const whole = wholeAt(text, end)
  return whole > from ? whole : end + 1
}
