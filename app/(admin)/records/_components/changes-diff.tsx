'use client'

import { parseDocument } from '@/components/json-viewer/document'
import { JsonDiff } from '@/components/json-viewer/json-diff'
import { printExact } from '@/lib/json/exact-json'
import { type KeyChange, sidesOf } from '@/lib/json/merge'

/** Changes as a diff of just the keys that they touch, however large the document around them. */
export function ChangesDiff({ changes, names }: { changes: readonly KeyChange[]; names: readonly [string, string] }) {
  'use memo'
  const { from, to } = sidesOf(changes)
  const [left, right] = [parseDocument(printExact(from)), parseDocument(printExact(to))]
  if (!left || !right) return null
  return (
    <JsonDiff left={{ document: left, node: left.root }} right={{ document: right, node: right.root }} names={names} />
  )
}
