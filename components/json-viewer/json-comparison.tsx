'use client'

import { Dialog } from '../ui/dialog'
import type { Side } from './diff'
import { pathOf } from './document'
import { JsonDiff } from './json-diff'
import { dotPath } from './path'

interface JsonComparisonProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  left: Side
  right: Side
}

/** Two values of a document beside each other, in a window. */
export function JsonComparison({ open, onOpenChange, left, right }: JsonComparisonProps) {
  const name = ({ document, node }: Side) => dotPath(pathOf(document, node)) || 'The whole document'
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Compare two values" wide>
      <JsonDiff left={left} right={right} names={[name(left), name(right)]} />
    </Dialog>
  )
}
