'use client'

import type { FieldDefinition } from '@/lib/query/fields'
import { LAST_SPANS, lastSpan, spanWords } from '@/lib/query/last-span'
import { isDate, type Operator, type Shape } from '@/lib/query/operators'
import { plainValue } from '@/lib/query/term-draft'
import { Field } from '../ui/field'
import { Select, TextArea } from '../ui/input'
import { SuggestingInput } from './suggesting-input'
import { type Ask, useOccurring } from './use-occurring'

const DAYS = ['today', 'yesterday']
const DAY_HINT = 'Such as 2026-01-31 or today.'
const DATE_HINT = 'Such as 2026-01-31, today or now-7d.'

interface TermValuesProps {
  operator: Operator
  shape: Shape
  /** Null for any text. */
  field: FieldDefinition | null
  /** The field as the filter writes it. */
  written: string
  filter: string
  ask: Ask | undefined
  values: readonly string[]
  onChange: (values: readonly string[]) => void
}

/** The value that a condition asks for, or several, in the control that suits them. */
export function TermValues(props: TermValuesProps) {
  const { operator, shape, field, values, onChange } = props
  const choices = shape === 'boolean' ? ['true', 'false'] : shape === 'enum' ? (field?.values ?? []) : null
  switch (operator) {
    case 'set':
    case 'unset':
      return null
    case 'oneOf':
    case 'noneOf':
      return choices ? (
        <Choices choices={choices} values={values} onChange={onChange} />
      ) : (
        <Lines values={values} onChange={onChange} />
      )
    case 'within':
      return <LastSpan value={lastSpan(values)} onChange={(value) => onChange([value])} />
    case 'between':
      return (
        <div className="grid grid-cols-2 items-start gap-3">
          <OneValue {...props} label="From" place={0} />
          <OneValue {...props} label="To" place={1} />
        </div>
      )
    default:
      return choices ? (
        <Choice choices={choices} value={values[0] ?? ''} onChange={(value) => onChange([value])} />
      ) : (
        <OneValue {...props} label="Value" place={0} />
      )
  }
}

interface OneValueProps extends TermValuesProps {
  label: string
  place: 0 | 1
}

function OneValue({ operator, shape, field, written, filter, ask, values, onChange, label, place }: OneValueProps) {
  const value = values[place] ?? ''
  const isWhole = field?.kind === 'json' && field.name === written
  const canOccur = !isWhole && (shape === 'text' || shape === 'json' || shape === 'contains')
  const occurring = useOccurring(ask, canOccur ? { field: written, typed: value.slice(0, 200), q: filter } : null)
  // A moment to the millisecond is something to be before or after, not a day to be on.
  const [dates, hint] = operator === 'is' ? [DAYS, DAY_HINT] : [[...DAYS, ...LAST_SPANS], DATE_HINT]
  const suggestions = isDate(shape) ? dates : occurring.values.map((found) => plainValue(found, shape))
  const change = (next: string) => onChange(place === 0 ? [next, ...values.slice(1)] : [values[0] ?? '', next])
  return (
    <SuggestingInput
      label={label}
      value={value}
      onChange={change}
      suggestions={suggestions}
      hint={isDate(shape) ? hint : undefined}
    />
  )
}

/** How long ago at most: the usual ones, and the one that is asked for already. */
function LastSpan({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  return (
    <Field label="Value">
      {(wiring) => (
        <Select {...wiring} value={value} onChange={(event) => onChange(event.target.value)}>
          {[...new Set([...LAST_SPANS, value])].map((span) => (
            <option key={span} value={span}>
              {spanWords(span)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}

interface ChoiceProps {
  choices: readonly string[]
  value: string
  onChange: (value: string) => void
}

function Choice({ choices, value, onChange }: ChoiceProps) {
  return (
    <Field label="Value">
      {(wiring) => (
        <Select {...wiring} value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">Choose…</option>
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}

interface ManyProps {
  values: readonly string[]
  onChange: (values: readonly string[]) => void
}

function Choices({ choices, values, onChange }: ManyProps & { choices: readonly string[] }) {
  const toggled = (choice: string) =>
    values.includes(choice) ? values.filter((value) => value !== choice) : [...values, choice]
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 text-sm font-medium">Values</legend>
      {choices.map((choice) => (
        <label key={choice} className="flex min-h-7 items-center gap-2 pointer-coarse:min-h-11">
          <input
            type="checkbox"
            className="size-4 accent-accent pointer-coarse:size-5"
            checked={values.includes(choice)}
            onChange={() => onChange(toggled(choice))}
          />
          {choice}
        </label>
      ))}
    </fieldset>
  )
}

function Lines({ values, onChange }: ManyProps) {
  return (
    <Field label="Values" hint="One per line.">
      {(wiring) => (
        <TextArea
          {...wiring}
          rows={4}
          maxLength={1_500}
          value={values.join('\n')}
          onChange={(event) => onChange(event.target.value.split('\n'))}
        />
      )}
    </Field>
  )
}
