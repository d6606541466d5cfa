'use client'

import { type FormEvent, useState } from 'react'
import type { FieldDefinition } from '@/lib/query/fields'
import { lastSpan } from '@/lib/query/last-span'
import { type Operator, operatorsFor, operatorWords } from '@/lib/query/operators'
import { withTypes } from '@/lib/query/suggestions'
import { fieldAt, type TermDraft, writeTerm } from '@/lib/query/term-draft'
import { Button } from '../ui/button'
import { Field } from '../ui/field'
import { Select } from '../ui/input'
import { SuggestingInput } from './suggesting-input'
import { TermValues } from './term-values'
import { type Ask, useOccurring } from './use-occurring'

export interface TermBuilderProps {
  /** The condition to change; null for a new one. */
  draft: TermDraft | null
  fields: readonly FieldDefinition[]
  ask: Ask | undefined
  /** The whole filter, so that what is proposed suits it. */
  filter: string
  onApply: (term: string) => void
}

/** One condition, chosen instead of typed: a field, what is asked of it, and a value from those that occur. */
export function TermBuilder({ draft, fields, ask, filter, onApply }: TermBuilderProps) {
  const [name, setName] = useState(() => rootOf(draft?.field ?? fields[0]?.name ?? '', fields))
  const [path, setPath] = useState(() => (draft ? draft.field.slice(name.length).replace(/^\./, '') : ''))
  const [asked, setAsked] = useState<Operator | undefined>(draft?.operator)
  const [values, setValues] = useState<readonly string[]>(draft?.values ?? [])
  const [problem, setProblem] = useState<string>()

  const isDocument = fields.some((field) => field.kind === 'json' && field.name === name)
  const written = isDocument && path !== '' ? `${name}${path.startsWith('[') ? '' : '.'}${path}` : name
  const inDocument = useOccurring(ask, isDocument ? { field: name, q: filter } : null)
  const known = withTypes(fields, inDocument.paths)
  const at = fieldAt(written, known)
  const shape = at?.shape ?? 'json'
  const operators = operatorsFor(shape)
  const operator = asked && operators.includes(asked) ? asked : (operators[0] ?? 'is')

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const term = writeTerm({ field: written, operator, values: meant(operator, values) }, shape)
    const found = isDocument && path === '' ? 'Enter a value.' : missing(operator, values)
    // What reads dates is loaded when one may have to be read.
    const { checkQuery } = await import('@/lib/query/check')
    // Whether a date can be read does not depend on where.
    const first = found ?? checkQuery(term, known, { now: new Date(), timeZone: 'UTC' })[0]?.message
    setProblem(first)
    if (first === undefined) onApply(term)
  }
  const choose = (next: string) => {
    setName(next)
    setPath('')
    setValues([])
  }
  const turn = (next: Operator | undefined) => {
    setAsked(next)
    // A span is no date to be on, and a date no span.
    if (operator === 'within' || next === 'within') setValues([])
  }

  return (
    <form onSubmit={submit} className="grid gap-3">
      <Field label="Field">
        {(wiring) => (
          <Select {...wiring} value={name} onChange={(event) => choose(event.target.value)}>
            {fields.map((field) => (
              <option key={field.name} value={field.name}>
                {field.label}
              </option>
            ))}
            <option value="">Any text</option>
          </Select>
        )}
      </Field>
      {isDocument && (
        <SuggestingInput
          label="Path"
          value={path}
          onChange={setPath}
          suggestions={inDocument.paths.map((known) => known.path.slice(name.length + 1))}
        />
      )}
      <Field label="Condition">
        {(wiring) => (
          <Select {...wiring} value={operator} onChange={(event) => turn(operators[event.target.selectedIndex])}>
            {operators.map((option) => (
              <option key={option} value={option}>
                {operatorWords(option, shape)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <TermValues
        operator={operator}
        shape={shape}
        field={at?.field ?? null}
        written={written}
        filter={filter}
        ask={ask}
        values={values}
        onChange={setValues}
      />
      {problem && (
        <p role="alert" className="text-xs text-danger-text">
          {problem}
        </p>
      )}
      <Button type="submit" tone="primary" className="justify-self-end">
        Apply
      </Button>
    </form>
  )
}

/** The field itself, without the way on into a document. */
function rootOf(written: string, fields: readonly FieldDefinition[]): string {
  return fieldAt(written, fields)?.field?.name ?? written
}

/** The values that the operator has a use for. */
function meant(operator: Operator, values: readonly string[]): string[] {
  if (operator === 'set' || operator === 'unset') return []
  if (operator === 'within') return [lastSpan(values)]
  if (operator === 'between') return [values[0] ?? '', values[1] ?? '']
  const isList = operator === 'oneOf' || operator === 'noneOf'
  return isList ? values.filter((value) => value.trim() !== '') : values.slice(0, 1)
}

function missing(operator: Operator, values: readonly string[]): string | undefined {
  if (operator === 'set' || operator === 'unset') return undefined
  return meant(operator, values).some((value) => value !== '') ? undefined : 'A value is missing.'
}
