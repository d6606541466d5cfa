'use client'

import { announceOutcome } from '@/components/action-button'
import { FormDialog } from '@/components/form-dialog'
import { TextField } from '@/components/ui/field'
import type { CauseRow } from '@/lib/issues/dto'
import { linkTicketAction } from '../../actions'

/** Asks in which ticket a cause is treated. */
export function TicketDialog({ cause, open, onClose }: { cause: CauseRow; open: boolean; onClose: () => void }) {
  const { id: causeId, ticket: before } = cause
  return (
    <FormDialog
      open={open}
      onOpenChange={onClose}
      title="Link to a ticket"
      submit="Link"
      action={(form, key) => linkTicketAction({ causeId, ticket: String(form.get('ticket')) }, key)}
      onSuccess={() =>
        announceOutcome({
          message: 'The ticket was changed.',
          undo: (key) => linkTicketAction({ causeId, ticket: before ?? '' }, key),
        })
      }
    >
      <TextField
        label="Ticket"
        name="ticket"
        defaultValue={before ?? ''}
        autoComplete="off"
        hint="A web address becomes a link. Leave empty for none."
      />
    </FormDialog>
  )
}
