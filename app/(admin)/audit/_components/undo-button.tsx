'use client'

import { Undo2 } from 'lucide-react'
import { ActionButton, type Outcome } from '@/components/action-button'
import { useLocale } from '@/components/locale'
import { formatCount, formatNumber } from '@/lib/format-number'
import { undoAction } from '../actions'

const LEFT = { one: 'had changed since and was left as it is', other: 'had changed since and were left as they are' }

interface Undone {
  undone: string[]
  conflicts: string[]
  correlationId: string
}

/** What an undo says of itself; undoing it again is offered in turn. */
function describeUndo(locale: string, { undone, conflicts, correlationId }: Undone): Outcome {
  const left = conflicts.length === 0 ? '' : ` ${formatCount(locale, conflicts.length, LEFT)}.`
  return {
    message: undone.length === 1 ? `Undone.${left}` : `${formatNumber(locale, undone.length)} changes undone.${left}`,
    undo: (key) => undoAction({ correlationId }, key),
  }
}

/** Takes one entry of the trail back. `label` keeps it apart from the toast's *Undo* where both are on one page. */
export function UndoButton({ entryId, label = 'Undo' }: { entryId: string; label?: string }) {
  const locale = useLocale()
  return (
    <ActionButton
      compact
      action={(key) => undoAction({ entryId }, key)}
      outcome={(value: Undone) => describeUndo(locale, value)}
    >
      <Undo2 aria-hidden />
      {label}
    </ActionButton>
  )
}
