import { pluralOf } from '@/lib/format-number'
import { NumberText } from './number-text'

interface CountTextProps {
  /** As `countUpTo` gives it; null when counting took too long. */
  count: { kind: 'exact' | 'atLeast' | 'estimate'; value: number } | null
  /** What is counted: one of them, and several. Without them the number stands alone, its meaning beside it. */
  one?: string
  many?: string
}

const SIGNS = { exact: '', estimate: '~', atLeast: 'more than ' } as const

/** How many there are, never looking more exact than it is. */
export function CountText({ count, one = '', many = '' }: CountTextProps) {
  if (!count) return 'Counting took too long'
  const word = count.kind === 'exact' ? pluralOf(count.value, { one, other: many }) : many
  return (
    <>
      {SIGNS[count.kind]}
      <NumberText value={count.value} />
      {word && ` ${word}`}
    </>
  )
}
