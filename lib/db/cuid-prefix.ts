const LONGEST = 36 ** 8 - 1

/** What the cuid of a millisecond of the epoch begins with: `c` and 8 digits of base 36; the first or last possible one beyond their range. */
export function cuidPrefix(milliseconds: number): string {
  const within = Math.max(0, Math.min(LONGEST, Math.floor(milliseconds)))
  return `c${within.toString(36).padStart(8, '0')}`
}
