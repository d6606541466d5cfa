'use client'

import { useState } from 'react'
import type { ExactJson } from '@/lib/json/exact-json'
import { controlFor, enteredText, enteredValue } from '@/lib/property/control'
import type { PropertyType } from '@/lib/property/property-type'
import { JsonText } from '../json-viewer/json-text'
import { MaskedChip } from '../json-viewer/masked-chip'
import { Field } from '../ui/field'
import { Input, Select, TextArea } from '../ui/input'

interface PropertyControlProps {
  label: string
  description?: string | null
  type: PropertyType
  value: ExactJson | null
  /** Why it is only shown. */
  fixed?: 'masked' | 'read-only'
  onChange: (value: ExactJson | null) => void
  /** Hears whether what stands in it is no value at all. */
  onInvalid: (invalid: boolean) => void
}

/** One value of a document, entered by the type that its property has. Which control it is, is settled by the value it began with. */
export function PropertyControl({ label, description, type, value, fixed, onChange, onInvalid }: PropertyControlProps) {
  const [begun] = useState(value)
  const control = controlFor(type, begun)
  const [text, setText] = useState(() => enteredText(control, begun))
  const [error, setError] = useState<string>()
  const enter = (entered: string) => {
    setText(entered)
    const next = enteredValue(control, entered, begun)
    setError(next === undefined ? 'This is not a number. Write it with a decimal point, as in 1.50.' : undefined)
    onInvalid(next === undefined)
    if (next !== undefined) onChange(next)
  }
  const hint = control === 'lines' ? joined(description, 'One per line.') : (description ?? undefined)
  if (fixed || control === 'fixed') return <Shown {...{ label, fixed }} text={enteredText('line', begun)} />
  return (
    <Field label={label} hint={hint} error={error}>
      {(wiring) => {
        const common = { ...wiring, value: text, spellCheck: false }
        if (control === 'flag')
          return (
            <Select {...wiring} value={text} onChange={({ target }) => enter(target.value)}>
              <option value="">None</option>
              <option value="true">Yes</option>
              <option value="false">No</option>
            </Select>
          )
        if (control === 'text' || control === 'lines')
          return <TextArea {...common} rows={3} onChange={({ target }) => enter(target.value)} />
        return (
          <Input
            {...common}
            autoComplete="off"
            type={control === 'day' ? 'date' : 'text'}
            inputMode={control === 'number' ? 'decimal' : undefined}
            onChange={({ target }) => enter(target.value)}
          />
        )
      }}
    </Field>
  )
}

function joined(description: string | null | undefined, more: string): string {
  return description ? `${description} ${more}` : more
}

const WHY = {
  masked: 'Masked, so it stays as it is.',
  'read-only': 'Read-only for people: its property says so.',
} as const

function Shown({ label, text, fixed }: { label: string; text: string; fixed?: keyof typeof WHY }) {
  const short = text.length > 200 ? `${text.slice(0, 199)}…` : text
  return (
    <div className="grid min-w-0 gap-1">
      <p className="text-sm font-medium">{label}</p>
      <p className="min-h-8 min-w-0 py-1 font-mono text-xs [overflow-wrap:anywhere]">
        {fixed === 'masked' ? (
          <MaskedChip />
        ) : short === '' ? (
          <span className="text-ink-muted">None</span>
        ) : (
          <JsonText text={short} />
        )}
      </p>
      <p className="text-xs text-ink-muted">{fixed ? WHY[fixed] : 'Changed as JSON.'}</p>
    </div>
  )
}
