'use client'

import { History } from 'lucide-react'
import { undoAction } from '@/app/(admin)/audit/actions'
import { ActionButton } from '@/components/action-button'
import { useLocale } from '@/components/locale'
import { formatCount } from '@/lib/format-number'
import { revertRecordAction } from '../../actions'

/** Puts the record back to what it was right after an entry of its trail, as far as people changed it here since. */
export function RevertTo({ id, entryId }: { id: string; entryId: string }) {
  const locale = useLocale()
  return (
    <ActionButton
      compact
      hint="Takes back everything that was edited here after this entry. You can undo it."
      action={(key) => revertRecordAction({ id, entryId }, key)}
      outcome={({ changed, correlationId }) =>
        changed === 0
          ? { message: 'The record is already like this.', quiet: true }
          : {
              message: `Put back ${formatCount(locale, changed, { one: 'key', other: 'keys' })}.`,
              undo: (key) => undoAction({ correlationId }, key),
            }
      }
    >
      <History aria-hidden />
      Revert to this
    </ActionButton>
  )
}
