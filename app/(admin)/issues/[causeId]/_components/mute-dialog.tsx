'use client'

import { announceOutcome } from '@/components/action-button'
import { FormDialog } from '@/components/form-dialog'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/input'
import { muteCauseAction, unmuteCauseAction } from '../../actions'

const DAY = 24 * 60 * 60_000
const CHOICES = [
  { value: 'change', label: 'Until a further connection gets it' },
  { value: '1', label: 'For a day' },
  { value: '7', label: 'For a week' },
  { value: '30', label: 'For 30 days' },
] as const

/** Asks how long a cause is to be kept out of what needs attention. */
export function MuteDialog({ causeId, open, onClose }: { causeId: string; open: boolean; onClose: () => void }) {
  return (
    <FormDialog
      open={open}
      onOpenChange={onClose}
      title="Mute this cause?"
      description="It leaves the list of what needs attention. The messages stay on their connections, and it is still remembered."
      submit="Mute"
      action={(form) => {
        const days = Number(form.get('until'))
        const until = Number.isNaN(days) ? null : new Date(Date.now() + days * DAY).toISOString()
        return muteCauseAction({ causeId, until })
      }}
      onSuccess={() => announceOutcome({ message: 'The cause is muted.', undo: () => unmuteCauseAction({ causeId }) })}
    >
      <Field label="How long">
        {(wiring) => (
          <Select name="until" defaultValue="change" {...wiring}>
            {CHOICES.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </FormDialog>
  )
}
