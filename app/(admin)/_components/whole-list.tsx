'use client'

import { Suspense, use } from 'react'
import { CountText } from '@/components/count-text'

export type AwaitedCount = Promise<{ kind: 'exact' | 'atLeast' | 'estimate'; value: number } | null>

/** `1,234 matching`, and only `matching` as long as nobody knows how many. */
export function WholeList({ count }: { count: AwaitedCount }) {
  return (
    <Suspense fallback="matching">
      <Counted count={count} />
    </Suspense>
  )
}

function Counted({ count }: { count: AwaitedCount }) {
  const known = use(count)
  return known ? (
    <>
      <CountText count={known} /> matching
    </>
  ) : (
    'matching'
  )
}
