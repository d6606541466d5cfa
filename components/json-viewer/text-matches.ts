/** Matches that are listed; beyond them nobody steps from one to the next. */
export const MOST_MATCHES = 100_000

/** Offsets at which the words occur in the text, upper and lower case alike, none overlapping the one before; the first 100,000. */
export function textMatches(text: string, words: string): number[] {
  if (words === '') return []
  const lower = text.toLowerCase()
  // A few letters change their length with their case; offsets of one text are then no offsets of the other.
  const [within, wanted] = lower.length === text.length ? [lower, words.toLowerCase()] : [text, words]
  const starts: number[] = []
  for (let at = within.indexOf(wanted); at !== -1; at = within.indexOf(wanted, at + wanted.length)) {
    starts.push(at)
    if (starts.length === MOST_MATCHES) break
  }
  return starts
}
