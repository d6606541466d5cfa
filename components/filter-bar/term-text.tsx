'use client'

import { type FormEvent, useState } from 'react'
import { checkQuery } from '@/lib/query/check'
import type { FieldDefinition } from '@/lib/query/fields'
import { Button } from '../ui/button'
import { TextField } from '../ui/field'

export interface TermTextProps {
  written: string
  fields: readonly FieldDefinition[]
  onApply: (written: string) => void
}

/** A condition that only the text can say, as text: alternatives, negated groups, wildcards in odd places. */
export function TermText({ written, fields, onApply }: TermTextProps) {
  const [text, setText] = useState(written)
  const [problem, setProblem] = useState<string>()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // Whether a date can be read does not depend on where.
    const [first] = checkQuery(text, fields, { now: new Date(), timeZone: 'UTC' })
    setProblem(first?.message)
    if (!first) onApply(text)
  }
  return (
    <form onSubmit={submit} className="grid gap-3">
      <TextField
        label="This part of the filter, as text"
        className="font-mono"
        value={text}
        onChange={(event) => setText(event.target.value)}
        error={problem}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={2_000}
      />
      <Button type="submit" tone="primary" className="justify-self-end">
        Apply
      </Button>
    </form>
  )
}
