'use client'

import { Pause, Play, X } from 'lucide-react'
import { ActionButton } from '@/components/action-button'
import { useLocale } from '@/components/locale'
import type { ButtonTone } from '@/components/ui/button'
import type { BatchDetail } from '@/lib/batches/queries'
import type { BatchVerb } from '@/lib/batches/verbs-schema'
import { formatCount } from '@/lib/format-number'
import { batchTitle, subjectsOf } from '../../_components/batch-words'
import { cancelBatchAction, pauseBatchAction, resumeBatchAction, startBatchAction } from '../../actions'
import { UndoBatch } from './undo-batch'

interface BatchControlsProps {
  batch: BatchDetail
  /** What the person may do with it; only whoever prepared it may start it. */
  may: { steer: boolean; start: boolean; undo: boolean }
  timeZone: string
}

/** What takes something away is started in the tone in which it is asked for everywhere else. */
const TONES: Partial<Record<BatchVerb, ButtonTone>> = { 'clear-issues': 'caution', 'soft-delete': 'caution' }

/** What can be done with a batch in its present state. */
export function BatchControls({ batch, may, timeZone }: BatchControlsProps) {
  const locale = useLocale()
  const { id, state, total } = batch
  const input = { batchId: id }
  const isOpen = state === 'preparing' || state === 'ready' || state === 'running' || state === 'paused'
  return (
    <>
      {may.steer && isOpen && (
        <ActionButton
          action={(key) => cancelBatchAction(input, key)}
          outcome={() => ({
            message: 'Cancelled. What was already changed stays changed, and can be undone here.',
            quiet: true,
          })}
          confirmation={
            state === 'running' || state === 'paused'
              ? {
                  title: 'Cancel this batch?',
                  text: 'It cannot be resumed. What it has already changed stays changed; you can undo that at any time.',
                  confirm: 'Cancel batch',
                }
              : undefined
          }
        >
          <X aria-hidden />
          {state === 'ready' ? 'Discard' : 'Cancel'}
        </ActionButton>
      )}
      {may.steer && state === 'running' && (
        <ActionButton action={(key) => pauseBatchAction(input, key)} outcome={() => ({ message: 'Paused.' })}>
          <Pause aria-hidden />
          Pause
        </ActionButton>
      )}
      {may.steer && state === 'paused' && (
        <ActionButton
          tone="primary"
          action={(key) => resumeBatchAction(input, key)}
          outcome={() => ({ message: 'Resumed.' })}
        >
          <Play aria-hidden />
          Resume
        </ActionButton>
      )}
      {may.steer && may.start && state === 'ready' && total > 0 && (
        <ActionButton
          tone={TONES[batch.verb] ?? 'primary'}
          action={(key) => startBatchAction(input, key)}
          outcome={() => ({
            message: `Started. You can leave this page.${may.undo ? ' When it is done, you can undo it here.' : ''}`,
          })}
        >
          <Play aria-hidden />
          {batch.undoesId === null
            ? batchTitle(locale, batch)
            : `Undo ${formatCount(locale, batch.total, subjectsOf(batch.verb))}`}
        </ActionButton>
      )}
      {may.undo && batch.startedAt !== null && batch.endedAt !== null && batch.changed > 0 && (
        <UndoBatch batchId={id} verb={batch.verb} timeZone={timeZone} />
      )}
    </>
  )
}
