'use client'

import { announceOutcome } from '@/components/action-button'
import { FormDialog } from '@/components/form-dialog'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/input'
import type { CauseRow } from '@/lib/issues/dto'
import { assignCauseAction } from '../../actions'

interface AssignDialogProps {
  cause: CauseRow
  people: readonly { id: string; email: string }[]
  open: boolean
  onClose: () => void
}

/** Asks who looks after a cause. */
export function AssignDialog({ cause, people, open, onClose }: AssignDialogProps) {
  const { id: causeId, assigneeId: before } = cause
  return (
    <FormDialog
      open={open}
      onOpenChange={onClose}
      title="Who looks after this cause?"
      submit="Assign"
      action={(form) => assignCauseAction({ causeId, userId: String(form.get('person')) || null })}
      onSuccess={() =>
        announceOutcome({
          message: 'The cause was assigned.',
          undo: () => assignCauseAction({ causeId, userId: before }),
        })
      }
    >
      <Field label="Person">
        {(wiring) => (
          <Select name="person" defaultValue={before ?? ''} {...wiring}>
            <option value="">Nobody</option>
            {people.map(({ id, email }) => (
              <option key={id} value={id}>
                {email}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </FormDialog>
  )
}
