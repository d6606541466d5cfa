'use client'

import { Dialog } from '../ui/dialog'
import type { Side } from './diff'
import { pathOf } from './document'
import { JsonDiff } from './json-diff'
import { dotPath, jsonPointer } from './path'

interface JsonComparisonProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  left: Side
  right: Side
  /** JSON pointers of the values that stand for others. */
  masked: ReadonlySet<string>
}

/** Two values of a document beside each other, in a window. */
export function JsonComparison({ open, onOpenChange, left, right, masked }: JsonComparisonProps) {
  'use memo'
  const name = ({ document, node }: Side) => dotPath(pathOf(document, node)) || 'The whole document'
  const holdsMasked = ({ document, node }: Side) => {
    const pointer = jsonPointer(pathOf(document, node))
    return [...masked].some((other) => `${other}/`.startsWith(`${pointer}/`))
  }
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Compare two values" wide>
      {(holdsMasked(left) || holdsMasked(right)) && (
        <p className="mb-3 text-sm text-ink-muted">
          Masked values are compared as they are shown: two that look the same may differ.
        </p>
      )}
      <JsonDiff left={left} right={right} names={[name(left), name(right)]} />
    </Dialog>
  )
}
