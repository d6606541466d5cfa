'use client'

import { TextField } from '@/components/ui/field'
import { type QuietHours, WEEK } from '@/lib/notices/schema'
import { dayName } from './channel-words'
import { Choice } from './choice'

interface QuietFieldsProps {
  quiet: QuietHours | null
  /** The zone of whoever looks, for hours that are new. */
  timeZone: string
  onChange: (next: (before: QuietHours | null) => QuietHours | null) => void
}

/** When nothing is to be sent: from when to when, on which days, by whose clock. */
export function QuietFields({ quiet, timeZone, onChange }: QuietFieldsProps) {
  const begun = () => ({ from: '22:00', to: '07:00', days: [...WEEK], timeZone })
  const change = (part: (before: QuietHours) => Partial<QuietHours>) =>
    onChange((before) => before && { ...before, ...part(before) })
  return (
    <fieldset className="grid gap-3">
      <legend className="sr-only">Quiet hours</legend>
      <Choice
        label="Quiet hours"
        hint="Nothing is sent during these hours. What happens meanwhile is sent together afterwards; nothing is lost."
        checked={quiet !== null}
        onChange={({ target: { checked } }) => onChange(() => (checked ? begun() : null))}
      />
      {quiet && (
        <div className="grid gap-3 pl-6">
          <div className="grid items-start gap-3 sm:grid-cols-[8rem_8rem_minmax(0,1fr)]">
            <TextField
              label="From"
              type="time"
              value={quiet.from}
              onChange={({ target: { value } }) => change(() => ({ from: value }))}
            />
            <TextField
              label="To"
              type="time"
              value={quiet.to}
              hint={quiet.to <= quiet.from ? 'On the next day.' : undefined}
              onChange={({ target: { value } }) => change(() => ({ to: value }))}
            />
            <TextField
              label="Time zone"
              value={quiet.timeZone}
              spellCheck={false}
              autoComplete="off"
              hint="Such as Europe/Berlin. Quiet hours follow its daylight saving time."
              onChange={({ target: { value } }) => change(() => ({ timeZone: value.trim() }))}
            />
          </div>
          <fieldset className="flex flex-wrap gap-x-4 gap-y-2">
            <legend className="mb-1 text-sm font-medium">Beginning on</legend>
            {WEEK.map((day) => (
              <Choice
                key={day}
                label={dayName(day)}
                checked={quiet.days.includes(day)}
                onChange={({ target: { checked } }) =>
                  change(({ days }) => ({
                    days: checked ? [...days, day].sort() : days.filter((other) => other !== day),
                  }))
                }
              />
            ))}
          </fieldset>
        </div>
      )}
    </fieldset>
  )
}
