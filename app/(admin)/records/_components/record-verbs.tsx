'use client'

import { RotateCcw, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { undoAction } from '@/app/(admin)/audit/actions'
import { ActionButton } from '@/components/action-button'
import { useLocale } from '@/components/locale'
import { partOnDemand } from '@/components/ui/part-on-demand'
import type { RestoreOutcome } from '@/lib/records/restore'
import { restoreRecordsAction, softDeleteRecordsAction } from '../actions'
import { describeRestore, describeSoftDelete } from './verb-sentences'

/** Fetched when a restored record turns out to have a twin. */
const TwinDialog = partOnDemand(() => import('./twin-dialog').then((parts) => parts.TwinDialog))

export interface VerbsAllowed {
  softDelete: boolean
  restore: boolean
}

interface RecordVerbsProps {
  timeZone: string
  records: readonly { id: string; deletedAt: string | null }[]
  allowed: VerbsAllowed
  onDone?: () => void
  compact?: boolean
}

/** *Soft-delete* for the live ones among the records and *Restore* for the deleted ones, as far as the role allows. */
export function RecordVerbs({ records, allowed, timeZone, onDone, compact }: RecordVerbsProps) {
  const locale = useLocale()
  const [twins, setTwins] = useState<RestoreOutcome['twins']>([])
  const live = records.filter((record) => record.deletedAt === null).map((record) => record.id)
  const deleted = records.flatMap(({ id, deletedAt }) => (deletedAt === null ? [] : [{ id, deletedAt }]))
  const undo = (changed: string[], correlationId: string) =>
    changed.length > 0 ? (key: string) => undoAction({ correlationId }, key) : undefined
  const restored = (value: RestoreOutcome) => ({
    ...describeRestore(locale, value),
    undo: undo(value.changed, value.correlationId),
  })
  const held = twins.flatMap(({ id }) => deleted.filter((record) => record.id === id)).filter(onlyFirst)
  return (
    <>
      {allowed.softDelete && live.length > 0 && (
        <ActionButton
          tone="caution"
          hint="Hides it from the product. Nothing is lost: Undo or Restore brings it back at any time."
          compact={compact}
          action={(key) => softDeleteRecordsAction({ ids: live }, key)}
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
          action={(key) => restoreRecordsAction({ records: deleted }, key)}
          outcome={restored}
          onSuccess={(value) => (value.twins.length > 0 ? setTwins(value.twins) : onDone?.())}
        >
          <RotateCcw aria-hidden />
          Restore
        </ActionButton>
      )}
      {twins.length > 0 && (
        <TwinDialog
          pairs={twins}
          timeZone={timeZone}
          onClose={() => setTwins([])}
          action={(key) => restoreRecordsAction({ records: held, besideTwins: true }, key)}
          outcome={restored}
          onSuccess={() => {
            setTwins([])
            onDone?.()
          }}
        />
      )}
    </>
  )
}

function onlyFirst<T>(item: T, place: number, all: readonly T[]): boolean {
  return all.indexOf(item) === place
}
