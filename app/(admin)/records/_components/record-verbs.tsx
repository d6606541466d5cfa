'use client'

import { RotateCcw, Trash2 } from 'lucide-react'
import { undoAction } from '@/app/(admin)/audit/actions'
import { ActionButton } from '@/components/action-button'
import { useLocale } from '@/components/locale'
import { restoreRecordsAction, softDeleteRecordsAction } from '../actions'
import { describeRestore, describeSoftDelete } from './verb-sentences'

export interface VerbsAllowed {
  softDelete: boolean
  restore: boolean
}

interface RecordVerbsProps {
  records: readonly { id: string; deletedAt: string | null }[]
  allowed: VerbsAllowed
  onDone?: () => void
  compact?: boolean
}

/** *Soft-delete* for the live ones among the records and *Restore* for the deleted ones, as far as the role allows. */
export function RecordVerbs({ records, allowed, onDone, compact }: RecordVerbsProps) {
  const locale = useLocale()
  const live = records.filter((record) => record.deletedAt === null).map((record) => record.id)
  const deleted = records.flatMap(({ id, deletedAt }) => (deletedAt === null ? [] : [{ id, deletedAt }]))
  const undo = (changed: string[], correlationId: string) =>
    changed.length > 0 ? () => undoAction({ correlationId }) : undefined
  return (
    <>
      {allowed.softDelete && live.length > 0 && (
        <ActionButton
          tone="caution"
          hint="Hides it from the product. Nothing is lost: Undo or Restore brings it back at any time."
          compact={compact}
          action={() => softDeleteRecordsAction({ ids: live })}
          outcome={(value) => ({
            ...describeSoftDelete(locale, value),
            undo: undo(value.changed, value.correlationId),
          })}
          onSuccess={onDone}
        >
          <Trash2 aria-hidden />
          Soft-delete
        </ActionButton>
      )}
      {allowed.restore && deleted.length > 0 && (
        <ActionButton
          hint="Shows it in the product again. You can undo it."
          compact={compact}
          action={() => restoreRecordsAction({ records: deleted })}
          outcome={(value) => ({ ...describeRestore(locale, value), undo: undo(value.changed, value.correlationId) })}
          onSuccess={onDone}
        >
          <RotateCcw aria-hidden />
          Restore
        </ActionButton>
      )}
    </>
  )
}
