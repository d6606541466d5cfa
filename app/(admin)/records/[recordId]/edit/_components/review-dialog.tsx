'use client'

import { useState, useTransition } from 'react'
import { attempt } from '@/components/attempt'
import { Refusal, type Refused, refusalOf } from '@/components/refusal'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { type ExactJson, parseExact, printExact } from '@/lib/json/exact-json'
import type { KeyChange } from '@/lib/json/merge'
import type { EditOutcome } from '@/lib/records/edit'
import { isTooMuch } from '@/lib/records/edit-dto'
import { ChangesDiff } from '../../../_components/changes-diff'
import { editRecordAction } from '../../../actions'

interface ReviewDialogProps {
  id: string
  changes: readonly KeyChange[]
  onClose: () => void
  onSaved: (outcome: Extract<EditOutcome, { kind: 'saved' }>) => void
  /** Hears what the record holds now, masked. */
  onConflict: (theirs: ExactJson) => void
  /** Keeps what was typed over a reload. */
  keep: () => void
}

/** The change as a diff, before it is saved. A refusal is shown here and nothing typed is lost. */
export function ReviewDialog({ id, changes, onClose, onSaved, onConflict, keep }: ReviewDialogProps) {
  'use memo'
  const [pending, start] = useTransition()
  const [refused, setRefused] = useState<Refused | null>(null)
  const sent = changes.map(({ path, from, to }) => ({ path: [...path], from: textOf(from), to: textOf(to) }))
  const tooMuch = isTooMuch(sent)
  const save = () =>
    start(async () => {
      setRefused(null)
      const result = await attempt((key) => editRecordAction({ id, changes: sent }, key))
      if (!result.ok) setRefused(refusalOf(result, keep))
      else if (result.value.kind === 'saved') onSaved(result.value)
      else onConflict(parseExact(result.value.state))
    })
  return (
    <Dialog
      open
      onOpenChange={onClose}
      wide
      title="Review your change"
      description="Only these keys are written. Everything else stays as it is, including what a sync writes meanwhile."
    >
      <div className="grid gap-4">
        <Refusal refused={refused} keep={keep} />
        {tooMuch && <Alert tone="warning" title="This is too much to save at once. Change less at a time." />}
        <ChangesDiff changes={changes} names={['Before', 'After']} />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>Keep editing</Button>
          <Button tone="primary" busy={pending} disabled={tooMuch} onClick={save}>
            Save
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

function textOf(value: ExactJson | null): string | null {
  return value && printExact(value)
}
