'use client'

import { useState } from 'react'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { SuggestionList } from './suggestion-list'
import { useCombobox } from './use-combobox'

interface SuggestingInputProps {
  label: string
  value: string
  onChange: (value: string) => void
  /** Values to choose from; any other can be typed. */
  suggestions: readonly string[]
  hint?: string
}

/** A field of one line with values to choose from beneath, those that hold what is typed. */
export function SuggestingInput({ label, value, onChange, suggestions, hint }: SuggestingInputProps) {
  const [isOpen, setOpen] = useState(false)
  const wanted = value.toLowerCase()
  const listed = [...new Set(suggestions)]
    .filter((suggestion) => suggestion.toLowerCase().includes(wanted) && suggestion !== value)
    .map((insert) => ({ insert }))
  const take = ({ insert }: { insert: string }) => {
    onChange(insert)
    setOpen(false)
  }
  const { listId, active, isShown, aria, onKeyDown } = useCombobox({
    suggestions: listed,
    isOpen,
    setOpen,
    onTake: take,
    takesOnTab: false,
  })
  return (
    <Field label={label} hint={hint}>
      {(wiring) => (
        <>
          <Input
            {...wiring}
            {...aria}
            value={value}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            maxLength={500}
            onChange={(event) => {
              onChange(event.target.value)
              setOpen(true)
            }}
            onFocus={() => setOpen(true)}
            onClick={() => setOpen(true)}
            onBlur={() => setOpen(false)}
            onKeyDown={(event) => onKeyDown(event)}
          />
          {isShown && (
            <SuggestionList
              id={listId}
              label={label}
              suggestions={listed}
              active={active}
              onTake={take}
              className="max-h-44 rounded-md border border-line bg-surface"
            />
          )}
        </>
      )}
    </Field>
  )
}
