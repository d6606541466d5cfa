'use client'

import { useState } from 'react'
import { announceOutcome } from '@/components/action-button'
import { FormDialog } from '@/components/form-dialog'
import { useLocale } from '@/components/locale'
import { Field, TextField } from '@/components/ui/field'
import { Select } from '@/components/ui/input'
import { formatCount } from '@/lib/format-number'
import type { MutingOutcome } from '@/lib/issues/mute'
import type { Result } from '@/lib/result'
import { muteCausesAction, putBackMutingAction } from '../actions'
import { CAUSES } from './cause-words'

const DAY = 24 * 60 * 60_000
const CHANGE = 'change'
const DATE = 'date'
const CHOICES = [
  { value: CHANGE, label: 'Until another connection gets it' },
  { value: '1', label: 'For a day' },
  { value: '7', label: 'For a week' },
  { value: '30', label: 'For 30 days' },
  { value: DATE, label: 'Until a date' },
] as const

interface MuteDialogProps {
  causeIds: readonly string[]
  open: boolean
  onClose: () => void
  /** Runs after a success. */
  onDone?: () => void
}

/** Asks how long causes are to be kept out of what needs attention. */
export function MuteDialog({ causeIds, open, onClose, onDone }: MuteDialogProps) {
  const locale = useLocale()
  const [choice, setChoice] = useState<string>(CHANGE)
  const isOne = causeIds.length === 1
  const causes = formatCount(locale, causeIds.length, CAUSES)
  const mute = async (form: FormData, key: string): Promise<Result<MutingOutcome>> => {
    const until = untilOf(choice, String(form.get('date') ?? ''))
    const result = await muteCausesAction({ causeIds: [...causeIds], until }, key)
    if (result.ok) announce(result.value)
    return result
  }
  const announce = ({ changed, before }: MutingOutcome) =>
    announceOutcome({
      message: isOne ? 'The cause is muted.' : `Muted ${formatCount(locale, changed, CAUSES)}.`,
      quiet: changed === 0,
      undo: before.length > 0 ? (key) => putBackMutingAction({ mutings: before }, key) : undefined,
    })
  return (
    <FormDialog
      open={open}
      onOpenChange={onClose}
      title={isOne ? 'Mute this cause?' : `Mute ${causes}?`}
      description="It leaves the list of what needs attention. The messages stay on their connections, and its history is kept."
      submit="Mute"
      action={mute}
      onSuccess={() => onDone?.()}
    >
      <Field label="How long">
        {(wiring) => (
          <Select value={choice} onChange={(event) => setChoice(event.target.value)} {...wiring}>
            {CHOICES.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {choice === DATE && (
        <TextField label="Date" name="date" type="date" hint="Until that day begins, in your time zone." />
      )}
      <p className="text-sm text-ink-muted">
        {choice === CHANGE
          ? 'It is shown again as soon as another connection gets it, or one gets it again.'
          : 'It is shown again then, and not before, no matter how many connections get it.'}
      </p>
    </FormDialog>
  )
}

/** The moment as ISO 8601, null for until it changes; what is no date is left to the server to refuse. */
function untilOf(choice: string, date: string): string | null {
  if (choice === CHANGE) return null
  if (choice !== DATE) return new Date(Date.now() + Number(choice) * DAY).toISOString()
  const day = new Date(`${date}T00:00`)
  return Number.isNaN(day.getTime()) ? '' : day.toISOString()
}
