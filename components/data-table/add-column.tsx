'use client'

import { type FormEvent, useId, useState } from 'react'
import { Button } from '../ui/button'
import { Field } from '../ui/field'
import { Input } from '../ui/input'

export interface AddColumnProps {
  /** What could be typed. */
  suggestions: readonly string[]
  /** The column that a text names, or why it names none. */
  read: (text: string) => { name: string; label: string; detail?: string } | { problem: string }
  onAdd: (column: { name: string; label: string; detail?: string }) => void
}

/** A field for a column that no list has, which may be at any path into the data. */
export function AddColumn({ suggestions, read, onAdd }: AddColumnProps) {
  const list = useId()
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string>()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const column = read(text.trim())
    if ('problem' in column) return setProblem(column.problem)
    setText('')
    setProblem(undefined)
    onAdd(column)
  }
  return (
    <form onSubmit={submit} noValidate>
      <Field label="Add a data column" hint="A path such as data.email or data.items[0].sku." error={problem}>
        {(wiring) => (
          <span className="flex gap-2">
            <Input
              {...wiring}
              value={text}
              onChange={(event) => setText(event.target.value)}
              list={list}
              autoComplete="off"
              autoCapitalize="off"
              spellCheck={false}
              className="font-mono"
            />
            <Button type="submit">Add</Button>
            <datalist id={list}>
              {suggestions.map((name) => (
                <option key={name} value={name} />
              ))}
            </datalist>
          </span>
        )}
      </Field>
    </form>
  )
}
