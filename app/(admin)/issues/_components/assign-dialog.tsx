'use client'

import { announceOutcome } from '@/components/action-button'
import { FormDialog } from '@/components/form-dialog'
import { useLocale } from '@/components/locale'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/input'
import { formatCount } from '@/lib/format-number'
import { assignCausesAction } from '../actions'
import { CAUSES } from './cause-words'

interface AssignDialogProps {
  causeIds: readonly string[]
  /** Who looks after them now, where it is one person. */
  assigneeId: string | null
  people: readonly { id: string; email: string }[]
  open: boolean
  onClose: () => void
  /** Runs after a success. */
  onDone?: () => void
}

/** Asks who looks after causes. */
export function AssignDialog({ causeIds, assigneeId, people, open, onClose, onDone }: AssignDialogProps) {
  const locale = useLocale()
  const isOne = causeIds.length === 1
  const assign = async (form: FormData, key: string) => {
    const userId = String(form.get('person')) || null
    const result = await assignCausesAction({ causes: causeIds.map((causeId) => ({ causeId, userId })) }, key)
    if (result.ok) {
      const { changed, before } = result.value
      announceOutcome({
        message: isOne ? 'The cause was assigned.' : `Assigned ${formatCount(locale, changed, CAUSES)}.`,
        quiet: changed === 0,
        undo: before.length > 0 ? (key) => assignCausesAction({ causes: before }, key) : undefined,
      })
    }
    return result
  }
  return (
    <FormDialog
      open={open}
      onOpenChange={onClose}
      title={isOne ? 'Who looks after this cause?' : `Who looks after ${formatCount(locale, causeIds.length, CAUSES)}?`}
      submit="Assign"
      action={assign}
      onSuccess={() => onDone?.()}
    >
      <Field label="Assigned to">
        {(wiring) => (
          <Select name="person" defaultValue={assigneeId ?? ''} {...wiring}>
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
