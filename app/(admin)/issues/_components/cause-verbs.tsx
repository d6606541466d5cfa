'use client'

import { BellOff, BellRing, UserRound } from 'lucide-react'
import { useState } from 'react'
import { ClearIssues } from '@/app/(admin)/batches/_components/clear-issues'
import { ActionButton } from '@/components/action-button'
import { useLocale } from '@/components/locale'
import { Button } from '@/components/ui/button'
import { formatCount } from '@/lib/format-number'
import type { CauseRow } from '@/lib/issues/dto'
import { putBackMutingAction, unmuteCausesAction } from '../actions'
import { AssignDialog } from './assign-dialog'
import { CAUSES } from './cause-words'
import { MuteDialog } from './mute-dialog'

interface CauseVerbsProps {
  selected: readonly CauseRow[]
  people: readonly { id: string; email: string }[]
  mayClear: boolean
  onDone: () => void
}

/** What can be done to the causes that were ticked. */
export function CauseVerbs({ selected, people, mayClear, onDone }: CauseVerbsProps) {
  const [open, setOpen] = useState<'mute' | 'assign'>()
  const locale = useLocale()
  const close = () => setOpen(undefined)
  const causeIds = selected.map(({ id }) => id)
  const muted = selected.filter(({ state }) => state === 'muted').map(({ id }) => id)
  const mutable = selected.filter(({ state }) => state !== 'muted' && state !== 'resolved').map(({ id }) => id)
  const clearable = selected.filter(({ connections }) => connections > 0).map(({ id }) => id)
  const assigned = new Set(selected.map(({ assigneeId }) => assigneeId))
  const [assigneeId = null] = assigned.size === 1 ? assigned : []
  return (
    <>
      {mutable.length > 0 && (
        <Button compact onClick={() => setOpen('mute')}>
          <BellOff aria-hidden />
          Mute…
        </Button>
      )}
      {muted.length > 0 && (
        <ActionButton
          compact
          action={(key) => unmuteCausesAction({ causeIds: muted }, key)}
          outcome={({ changed, before }) => ({
            message: `${formatCount(locale, changed, CAUSES)} back among what needs attention.`,
            quiet: changed === 0,
            undo: before.length > 0 ? (key) => putBackMutingAction({ mutings: before }, key) : undefined,
          })}
          onSuccess={onDone}
        >
          <BellRing aria-hidden />
          Unmute
        </ActionButton>
      )}
      <Button compact onClick={() => setOpen('assign')}>
        <UserRound aria-hidden />
        Assign…
      </Button>
      {mayClear && clearable.length > 0 && (
        <ClearIssues compact over={{ kind: 'causes', causeIds: clearable }} onDone={onDone}>
          Clear for all…
        </ClearIssues>
      )}
      <MuteDialog causeIds={mutable} open={open === 'mute'} onClose={close} onDone={onDone} />
      <AssignDialog
        causeIds={causeIds}
        assigneeId={assigneeId}
        people={people}
        open={open === 'assign'}
        onClose={close}
        onDone={onDone}
      />
    </>
  )
}
