import { pluralOf } from '@/lib/format-number'
import { NumberText } from './number-text'

interface CountTextProps {
  /** As `countUpTo` gives it; null when counting took too long. */
  count: { kind: 'exact' | 'atLeast' | 'estimate'; value: number } | null
  /** What is counted: one of them, and several. */
  one: string
  many: string
}

const SIGNS = { exact: '', estimate: '~', atLeast: 'more than ' } as const

/** How many there are, never looking more exact than it is. */
export function CountText({ count, one, many }: CountTextProps) {
  if (!count) return 'Counting took too long'
  return (
    <>
      {SIGNS[count.kind]}
      <NumberText value={count.value} /> {count.kind === 'exact' ? pluralOf(count.value, { one, other: many }) : many}
    </>
  )
}
