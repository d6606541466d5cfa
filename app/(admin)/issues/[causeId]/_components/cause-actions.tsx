'use client'

import { BellOff, BellRing, Eraser } from 'lucide-react'
import { useState } from 'react'
import { undoAction } from '@/app/(admin)/audit/actions'
import { ActionButton } from '@/components/action-button'
import { useLocale } from '@/components/locale'
import { Button } from '@/components/ui/button'
import { formatCount } from '@/lib/format-number'
import type { CauseRow } from '@/lib/issues/dto'
import { clearCauseAction, muteCauseAction, unmuteCauseAction } from '../../actions'
import { AssignDialog } from './assign-dialog'
import { MuteDialog } from './mute-dialog'
import { TicketDialog } from './ticket-dialog'

interface CauseActionsProps {
  cause: CauseRow
  /** The newest sighting on the page; null when no connection has the cause. */
  newest: string | null
  people: readonly { id: string; email: string }[]
}

/** What can be done about a cause for all of its connections at once. */
export function CauseActions({ cause, newest, people }: CauseActionsProps) {
  const [open, setOpen] = useState<'mute' | 'assign' | 'ticket'>()
  const locale = useLocale()
  const connections = (count: number) => formatCount(locale, count, { one: 'connection', other: 'connections' })
  const close = () => setOpen(undefined)
  const { id: causeId } = cause
  return (
    <>
      <Button onClick={() => setOpen('ticket')}>{cause.ticket ? 'Change ticket…' : 'Link to ticket…'}</Button>
      <Button onClick={() => setOpen('assign')}>Assign…</Button>
      {cause.state === 'muted' ? (
        <ActionButton
          action={() => unmuteCauseAction({ causeId })}
          outcome={() => ({
            message: 'The cause is shown among what needs attention again.',
            undo: () => muteCauseAction({ causeId, until: cause.mutedUntilChange ? null : cause.mutedUntil }),
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
      {newest && (
        <ActionButton
          tone="caution"
          action={() => clearCauseAction({ causeId, upTo: newest })}
          outcome={({ cleared, alreadyGone, more, correlationId }) => ({
            message: [
              cleared > 0 && `Cleared for ${connections(cleared)}.`,
              alreadyGone > 0 && `${connections(alreadyGone)} had it no more.`,
              more && 'More have it: clear again for the next.',
            ]
              .filter(Boolean)
              .join(' '),
            quiet: cleared === 0,
            undo: cleared > 0 ? () => undoAction({ correlationId }) : undefined,
          })}
          confirmation={{
            title: `Clear it for ${connections(cause.connections)}?`,
            text: `Of ${cause.integrations.join(', ')}. Exactly the messages of this cause that are there now are removed; one that arrives meanwhile stays, and so do other issues. It does not mend what caused them: a sync that fails again brings it back, and then you are told who cleared it. You can undo it.`,
            confirm: 'Clear for all',
          }}
        >
          <Eraser aria-hidden />
          Clear for all
        </ActionButton>
      )}
      <MuteDialog causeId={causeId} open={open === 'mute'} onClose={close} />
      <AssignDialog cause={cause} people={people} open={open === 'assign'} onClose={close} />
      <TicketDialog cause={cause} open={open === 'ticket'} onClose={close} />
    </>
  )
}
