const format = new Intl.NumberFormat('en')

interface CountTextProps {
  /** As `countUpTo` gives it; null when counting took too long. */
  count: { kind: 'exact' | 'atLeast' | 'estimate'; value: number } | null
  /** What is counted: one of them, and several. */
  one: string
  many: string
}

/** How many there are, never looking more exact than it is. */
export function CountText({ count, one, many }: CountTextProps) {
  if (!count) return 'Counting took too long'
  const number = format.format(count.value)
  if (count.kind === 'exact') return `${number} ${count.value === 1 ? one : many}`
  return count.kind === 'estimate' ? `~${number} ${many}` : `more than ${number} ${many}`
}
