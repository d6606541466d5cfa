'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { KeptNotice } from '@/app/(admin)/_components/kept-notice'
import { undoAction } from '@/app/(admin)/audit/actions'
import { announceOutcome } from '@/components/action-button'
import { useLocale } from '@/components/locale'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'
import { formatCount } from '@/lib/format-number'
import type { ExactJson } from '@/lib/json/exact-json'
import { changesBetween } from '@/lib/json/merge'
import { holdsMask } from '@/lib/mask/masked-values'
import type { EditOutcome } from '@/lib/records/edit'
import type { RecordToEdit } from '@/lib/records/edit-dto'
import { routes } from '@/lib/routes'
import { DraftFields } from '../../../_components/draft-fields'
import { type Draft, useDraft } from '../../../_components/use-draft'
import { useKeptChanges } from '../../../_components/use-kept-changes'
import { useLeaveGuard } from '../../../_components/use-leave-guard'
import { ConflictDialog } from './conflict-dialog'
import { ReviewDialog } from './review-dialog'

const KEYS = { one: 'key', other: 'keys' }

/** Writing, then the diff, then saving; and where someone else was faster, the choice in between. */
export function EditForm({ record, initial, at }: { record: RecordToEdit; initial: ExactJson; at?: string }) {
  'use memo'
  const router = useRouter()
  const locale = useLocale()
  const draft = useDraft(initial)
  const [step, setStep] = useState<'write' | 'review' | 'saved'>('write')
  const [theirs, setTheirs] = useState<ExactJson | null>(null)
  const isDirty = draft.changes.length > 0 || draft.problem !== null || draft.invalid.size > 0
  const { keep, isKept, notice } = useKeptChanges(draft)
  const guard = useLeaveGuard(isDirty && step !== 'saved' && !isKept)
  const touchesMask = draft.changes.some(({ from, to }) => holdsMask(from) || holdsMask(to))
  const saved = ({ changed, correlationId }: Extract<EditOutcome, { kind: 'saved' }>) => {
    setStep('saved')
    announceOutcome(
      changed === 0
        ? { message: 'The record was already like this.', quiet: true }
        : {
            message: `Saved ${formatCount(locale, changed, KEYS)}.`,
            undo: (key) => undoAction({ correlationId }, key),
          },
    )
    router.push(routes.record(record.id))
  }
  const merged = (json: ExactJson) => {
    if (theirs === null) return
    draft.rebase(theirs, json)
    setTheirs(null)
    setStep(changesBetween(theirs, json).length > 0 ? 'review' : 'write')
  }
  return (
    <div className="grid gap-4">
      <KeptNotice notice={notice} />
      <DraftFields draft={draft} properties={record.properties} at={at} />
      {touchesMask && (
        <Alert tone="warning" title="A masked value was changed.">
          Masked values cannot be changed or removed here. Put ‘••••••’ back as it was, or cancel.
        </Alert>
      )}
      <div className="flex flex-wrap items-center justify-end gap-2">
        <p role="status" className="mr-auto text-sm text-ink-muted">
          {describeDraft(locale, draft)}
        </p>
        <LinkButton href={routes.record(record.id)}>Cancel</LinkButton>
        <Button
          tone="primary"
          disabled={draft.changes.length === 0 || draft.problem !== null || draft.invalid.size > 0 || touchesMask}
          onClick={() => setStep('review')}
        >
          Review change
        </Button>
      </div>
      {step === 'review' && theirs === null && (
        <ReviewDialog
          id={record.id}
          changes={draft.changes}
          onClose={() => setStep('write')}
          onSaved={saved}
          onConflict={setTheirs}
          keep={keep}
        />
      )}
      {theirs !== null && (
        <ConflictDialog
          changes={draft.changes}
          theirs={theirs}
          onClose={() => {
            setTheirs(null)
            setStep('write')
          }}
          onMerged={merged}
        />
      )}
      {guard}
    </div>
  )
}

function describeDraft(locale: string, { changes, problem, invalid }: Draft): string {
  if (problem) return 'The data is not valid JSON yet.'
  if (invalid.size > 0) return 'A value is not valid yet.'
  return changes.length === 0 ? 'Nothing changed yet.' : `${formatCount(locale, changes.length, KEYS)} changed.`
}
