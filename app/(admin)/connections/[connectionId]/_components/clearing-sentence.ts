interface Cleared {
  cleared: string[]
  alreadyGone: number
  remaining: number
}

/**
 * What came of clearing issues, in words. `expected` is how many messages should have been left, had nothing changed since
 * the page was made; those beyond it arrived since.
 */
export function describeClearing({ cleared, alreadyGone, remaining }: Cleared, expected: number) {
  const newer = Math.max(0, remaining - expected)
  const parts = [
    cleared.length > 0 && `Cleared ${count(cleared.length, 'issue', 'issues')}.`,
    alreadyGone > 0 && `${count(alreadyGone, 'was', 'were')} gone already.`,
    newer > 0 && `${count(newer, 'newer one', 'newer ones')} arrived since and ${newer === 1 ? 'stays' : 'stay'}.`,
  ]
  return { message: parts.filter(Boolean).join(' '), quiet: cleared.length === 0 }
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`
}
