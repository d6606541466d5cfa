'use client'

import { Eraser } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { type ReactNode, useState, useTransition } from 'react'
import { undoAction } from '@/app/(admin)/audit/actions'
import { announceFailure, announceOutcome } from '@/components/action-button'
import { attempt } from '@/components/attempt'
import { leadFocusOn } from '@/components/lead-focus-on'
import { useLocale } from '@/components/locale'
import { Button } from '@/components/ui/button'
import { MOST_UNDONE } from '@/lib/audit/dto'
import type { BatchDetail } from '@/lib/batches/queries'
import type { ClearingOver } from '@/lib/batches/schema'
import { formatCount } from '@/lib/format-number'
import { routes } from '@/lib/routes'
import { cancelBatchAction, previewSoonAction, runSoonAction } from '../actions'
import { subjectsOf } from './batch-words'
import { ClearingDialog } from './clearing-dialog'

interface ClearIssuesProps {
  /** Whose issues, and which. */
  over: ClearingOver
  compact?: boolean
  /** Runs once they are cleared, or the page of the batch is shown. */
  onDone?: () => void
  children: ReactNode
}

/** Shows what clearing would do and then does it, here where it is small and quick; else on the page of its batch. */
export function ClearIssues({ over, compact, onDone, children }: ClearIssuesProps) {
  const router = useRouter()
  const locale = useLocale()
  const [pending, start] = useTransition()
  const [batch, setBatch] = useState<BatchDetail | null>(null)
  const toPage = (batchId: string) => {
    router.push(routes.batch(batchId))
    onDone?.()
  }
  const prepare = () =>
    start(async () => {
      const result = await attempt((key) => previewSoonAction({ verb: 'clear-issues', over }, key))
      if (!result.ok) return announceFailure(result)
      if (result.value.batch?.state === 'ready') setBatch(result.value.batch)
      else toPage(result.value.batchId)
    })
  const discard = (batchId: string) => {
    setBatch(null)
    start(async () => {
      const result = await attempt((key) => cancelBatchAction({ batchId }, key))
      if (!result.ok) announceFailure(result)
    })
  }
  const run = (batchId: string) =>
    start(async () => {
      const result = await attempt((key) => runSoonAction({ batchId }, key))
      if (!result.ok) return announceFailure(result)
      setBatch(null)
      if (result.value?.state !== 'done') return toPage(batchId)
      announceOutcome(outcome(locale, result.value))
      onDone?.()
    })
  return (
    <>
      <Button tone="caution" compact={compact} busy={pending && batch === null} onClick={prepare} ref={leadFocusOn}>
        <Eraser aria-hidden />
        {children}
      </Button>
      <ClearingDialog batch={batch} busy={pending} onDiscard={discard} onStart={run} />
    </>
  )
}

/** What came of it. What is too much for one click is undone on the page of the batch. */
function outcome(locale: string, { id, changed, drifted, verb }: BatchDetail) {
  const connections = (count: number) => formatCount(locale, count, subjectsOf(verb))
  const message = [
    changed > 0 ? `Cleared issues of ${connections(changed)}.` : 'Nothing was cleared.',
    drifted > 0 && `${connections(drifted)} had changed since the preview; new messages stay.`,
    changed > MOST_UNDONE && 'You can undo it under Batches.',
  ]
  return {
    message: message.filter(Boolean).join(' '),
    quiet: changed === 0,
    undo: changed > 0 && changed <= MOST_UNDONE ? (key: string) => undoAction({ correlationId: id }, key) : undefined,
  }
}
