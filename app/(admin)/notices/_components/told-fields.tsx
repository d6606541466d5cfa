'use client'

import { Field, TextField } from '@/components/ui/field'
import { Select, TextArea } from '@/components/ui/input'
import { type ChannelSettings, INTERVALS, NOTICE_EVENTS } from '@/lib/notices/schema'
import { EVENT_WORDS, intervalWords } from './channel-words'
import { Choice } from './choice'

interface ToldFieldsProps {
  settings: ChannelSettings
  /** Integrations that have connections, to choose from. */
  known: readonly string[]
  onChange: (next: (before: ChannelSettings) => ChannelSettings) => void
}

/** What a channel is told of, and how often at most. */
export function ToldFields({ settings, known, onChange }: ToldFieldsProps) {
  const { events, threshold, integrations, interval } = settings
  return (
    <>
      <fieldset className="grid gap-3">
        <legend className="mb-2 text-sm font-medium">Tell when a cause, or a connection, is</legend>
        {NOTICE_EVENTS.map((event) => (
          <Choice
            key={event}
            label={EVENT_WORDS[event].word}
            hint={EVENT_WORDS[event].hint}
            checked={events.includes(event)}
            onChange={({ target: { checked } }) =>
              onChange((before) => ({
                ...before,
                events: checked ? [...before.events, event] : before.events.filter((other) => other !== event),
              }))
            }
          />
        ))}
        {events.includes('above') && (
          <div className="max-w-60 pl-6">
            <TextField
              label="Threshold"
              type="number"
              min={1}
              inputMode="numeric"
              hint="Told when more connections than this have it."
              value={Number.isNaN(threshold) ? '' : threshold}
              onChange={({ target: { valueAsNumber } }) =>
                onChange((before) => ({ ...before, threshold: valueAsNumber }))
              }
            />
          </div>
        )}
      </fieldset>
      <Field
        label="Integrations"
        hint={`One per line; leave empty for all. A cause is told about when any of these has it. ${known.length > 0 ? `In use: ${known.slice(0, 8).join(', ')}${known.length > 8 ? ', …' : ''}.` : ''}`}
      >
        {(wiring) => (
          <TextArea
            {...wiring}
            rows={Math.min(4, integrations.length + 1)}
            spellCheck={false}
            defaultValue={integrations.join('\n')}
            onChange={({ target: { value } }) => onChange((before) => ({ ...before, integrations: linesOf(value) }))}
          />
        )}
      </Field>
      <Field label="At most one message in" hint="What happens meanwhile is sent together.">
        {(wiring) => (
          <Select
            {...wiring}
            value={interval}
            onChange={({ target: { value } }) => onChange((before) => ({ ...before, interval: Number(value) }))}
          >
            {INTERVALS.map((minutes) => (
              <option key={minutes} value={minutes}>
                {intervalWords(minutes)}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </>
  )
}

/** What stands on each line, without empty ones. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
