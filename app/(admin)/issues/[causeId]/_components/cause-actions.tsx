'use client'

import { BellOff, BellRing } from 'lucide-react'
import { useState } from 'react'
import { ClearIssues } from '@/app/(admin)/batches/_components/clear-issues'
import { ActionButton } from '@/components/action-button'
import { Button } from '@/components/ui/button'
import type { CauseRow } from '@/lib/issues/dto'
import { AssignDialog } from '../../_components/assign-dialog'
import { MuteDialog } from '../../_components/mute-dialog'
import { putBackMutingAction, unmuteCausesAction } from '../../actions'
import { TicketDialog } from './ticket-dialog'

interface CauseActionsProps {
  cause: CauseRow
  people: readonly { id: string; email: string }[]
  mayClear: boolean
}

/** What can be done about a cause for all of its connections at once. */
export function CauseActions({ cause, people, mayClear }: CauseActionsProps) {
  const [open, setOpen] = useState<'mute' | 'assign' | 'ticket'>()
  const close = () => setOpen(undefined)
  const causeIds = [cause.id]
  return (
    <>
      <Button onClick={() => setOpen('ticket')}>{cause.ticket ? 'Change ticket…' : 'Link to ticket…'}</Button>
      <Button onClick={() => setOpen('assign')}>Assign…</Button>
      {cause.state === 'muted' ? (
        <ActionButton
          action={(key) => unmuteCausesAction({ causeIds }, key)}
          outcome={({ before }) => ({
            message: 'The cause is back among what needs attention.',
            undo: before.length > 0 ? (key) => putBackMutingAction({ mutings: before }, key) : undefined,
          })}
        >
          <BellRing aria-hidden />
          Unmute
        </ActionButton>
      ) : (
        cause.state !== 'resolved' && (
          <Button onClick={() => setOpen('mute')}>
            <BellOff aria-hidden />
            Mute…
          </Button>
        )
      )}
      {mayClear && cause.connections > 0 && (
        <ClearIssues over={{ kind: 'causes', causeIds }}>Clear for all…</ClearIssues>
      )}
      <MuteDialog causeIds={causeIds} open={open === 'mute'} onClose={close} />
      <AssignDialog
        causeIds={causeIds}
        assigneeId={cause.assigneeId}
        people={people}
        open={open === 'assign'}
        onClose={close}
      />
      <TicketDialog cause={cause} open={open === 'ticket'} onClose={close} />
    </>
  )
}
