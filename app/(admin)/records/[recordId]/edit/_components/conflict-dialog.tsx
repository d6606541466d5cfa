'use client'

import { useState } from 'react'
import { NumberText } from '@/components/number-text'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { ExactJson } from '@/lib/json/exact-json'
import { applyChanges, type KeyChange, withValue } from '@/lib/json/merge'
import { type Choice, ConflictChoices, keyOf } from '../../../_components/conflict-choices'

interface ConflictDialogProps {
  changes: readonly KeyChange[]
  theirs: ExactJson
  onClose: () => void
  /** Hears the record as it is now with the person's changes in it, as far as they were chosen. */
  onMerged: (json: ExactJson) => void
}

/** Nothing was written, because some of the keys have changed since: shows them three ways, and merges once each is chosen. */
export function ConflictDialog({ changes, theirs, onClose, onMerged }: ConflictDialogProps) {
  'use memo'
  const { json, collisions } = applyChanges(theirs, changes)
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(new Map())
  const others = changes.length - collisions.length
  const isChosen = collisions.every((change) => choices.has(keyOf(change)))
  const merge = () =>
    onMerged(
      collisions
        .filter((change) => choices.get(keyOf(change)) === 'yours')
        .reduce((merged, { path, to }) => withValue(merged, path, to), json),
    )
  return (
    <Dialog
      open
      onOpenChange={onClose}
      wide
      title="Someone else changed this meanwhile"
      description="A sync or another person wrote to the same keys after you opened them, so nothing was saved. Choose for each key."
    >
      <div className="grid gap-4">
        <ConflictChoices collisions={collisions} theirs={theirs} choices={choices} onChoose={setChoices} />
        {others > 0 && (
          <p className="text-sm text-ink-muted">
            Your other changes (<NumberText value={others} />) merge with theirs automatically.
          </p>
        )}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>Keep editing</Button>
          <Button tone="primary" disabled={!isChosen} onClick={merge}>
            Merge and review
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
