'use client'

import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import type { FieldDefinition } from '@/lib/query/fields'
import type { Suggestion } from '@/lib/query/suggestions'
import { useEarlyInput } from '../ui/use-early-input'
import type { ListedSuggestion } from './suggestion-list'
import { useCombobox } from './use-combobox'
import { completing, useCompletion } from './use-completion'
import type { Ask } from './use-occurring'
import { useRoomBelow } from './use-room-below'

const RECENT = 'Recent filters'
const FIELDS = 'Fields'

interface FilterInputProps {
  input: RefObject<HTMLInputElement | null>
  id: string
  text: string
  onText: (text: string) => void
  onApply: (text: string) => void
  fields: readonly FieldDefinition[]
  ask: Ask | undefined
  /** Filters to go back to while nothing is typed. */
  recent: readonly string[]
  /** The key that leads here. */
  keys: string
  /** The id of what is said of the text when it was not understood. */
  problemsId: string | undefined
}

/** The text of the filter, with what can follow in a list beneath while it is typed. */
export function FilterInput({
  input,
  id,
  text,
  onText,
  onApply,
  fields,
  ask,
  recent,
  keys,
  problemsId,
}: FilterInputProps) {
  const [caret, setCaret] = useState(text.length)
  const [isOpen, setOpen] = useState(false)
  const wantedCaret = useRef<number>(null)
  const { place, suggestions, parts } = useCompletion(text, caret, fields, ask, isOpen)
  const isBlank = text.trim() === ''
  const listed: (Suggestion & ListedSuggestion)[] = isBlank
    ? [
        ...recent.map((insert) => ({ insert, group: RECENT })),
        ...suggestions.map((suggestion) => ({ ...suggestion, group: FIELDS })),
      ]
    : suggestions

  // React puts the text in place first, and the browser then leaves the caret behind it.
  useLayoutEffect(() => {
    if (wantedCaret.current === null) return
    input.current?.setSelectionRange(wantedCaret.current, wantedCaret.current)
    wantedCaret.current = null
  })

  const enter = ({ target }: { target: HTMLInputElement }) => {
    setCaret(target.selectionStart ?? target.value.length)
    setOpen(document.activeElement === target)
    onText(target.value)
  }
  useEarlyInput({ ref: input, given: text, onChange: enter })

  const take = (taken: Suggestion & ListedSuggestion) => {
    if (taken.group === RECENT) {
      setOpen(false)
      onApply(taken.insert)
    } else if (place) {
      const next = completing.now().accept(text, place, taken)
      wantedCaret.current = next.caret
      setCaret(next.caret)
      setOpen(taken.more === true)
      onText(next.text)
    }
  }
  const { listId, active, isShown, aria, onKeyDown } = useCombobox({
    suggestions: parts ? listed : [],
    isOpen,
    setOpen,
    onTake: take,
    takesOnTab: place !== null && place.typed !== '',
  })
  const room = useRoomBelow(input, isShown)

  return (
    <>
      <input
        {...aria}
        ref={input}
        id={id}
        name="q"
        aria-label="Filter"
        aria-invalid={problemsId !== undefined || undefined}
        aria-describedby={problemsId}
        aria-keyshortcuts={keys}
        placeholder="Filter, or search any text…"
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        maxLength={4_000}
        value={text}
        onChange={enter}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart ?? 0)}
        onPointerEnter={completing.prepare}
        onFocus={() => {
          completing.prepare()
          if (isBlank) setOpen(true)
        }}
        onClick={() => isBlank && setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={(event) => {
          if (onKeyDown(event)) return
          if (event.key === 'Escape') event.currentTarget.blur()
          if (event.key === 'Enter') setOpen(false)
        }}
        className="h-9 w-full rounded-md border border-line-strong bg-surface pr-9 pl-8.5 font-mono text-sm text-ink placeholder:font-sans placeholder:text-ink-muted aria-invalid:border-danger pointer-coarse:h-11 pointer-coarse:text-lg"
      />
      {isShown && parts && (
        <parts.SuggestionList
          id={listId}
          label="Suggestions"
          suggestions={listed}
          active={active}
          onTake={take}
          className="absolute top-full left-0 z-40 mt-1 w-full max-w-xl animate-rise rounded-md border border-line bg-raised shadow-raised max-md:w-[calc(100vw-2rem)]"
          style={{ maxHeight: room }}
        />
      )}
      <span role="status" className="sr-only">
        {isShown && `${listed.length} ${listed.length === 1 ? 'suggestion' : 'suggestions'}`}
      </span>
    </>
  )
}
