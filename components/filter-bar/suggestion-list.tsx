'use client'

import clsx from 'clsx'
import { type CSSProperties, useEffect, useRef } from 'react'
import { optionId } from './use-combobox'

/** One line of the list; lines of the same `group` follow each other under its name. */
export interface ListedSuggestion {
  insert: string
  detail?: string
  group?: string
}

interface SuggestionListProps<Listed> {
  id: string
  label: string
  suggestions: readonly Listed[]
  /** Place of the line that the arrow keys have come to, -1 for none. */
  active: number
  onTake: (suggestion: Listed) => void
  className?: string
  style?: CSSProperties
}

/** The lines beneath a field that completes; the focus stays in the field, which names the active one. */
export function SuggestionList<Listed extends ListedSuggestion>({
  id,
  label,
  suggestions,
  active,
  onTake,
  className,
  style,
}: SuggestionListProps<Listed>) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (active >= 0) document.getElementById(optionId(id, active))?.scrollIntoView({ block: 'nearest' })
    else list.current?.scrollTo({ top: 0 })
  }, [id, active])
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label={label}
      className={clsx('overflow-y-auto overscroll-contain p-1', className)}
      style={style}
    >
      {groupsOf(suggestions).map(({ name, first, members }) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in a listbox
        <div key={name} role="group" aria-label={name || label}>
          {name !== '' && (
            <div aria-hidden className="px-2 py-1 text-xs text-ink-muted">
              {name}
            </div>
          )}
          {members.map((suggestion, place) => (
            <Option
              key={suggestion.insert}
              id={optionId(id, first + place)}
              suggestion={suggestion}
              isActive={first + place === active}
              onTake={() => onTake(suggestion)}
            />
          ))}
        </div>
      ))}
    </div>
  )
}

interface OptionProps {
  id: string
  suggestion: ListedSuggestion
  isActive: boolean
  onTake: () => void
}

function Option({ id, suggestion: { insert, detail }, isActive, onTake }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the field, which keeps the focus
    // biome-ignore lint/a11y/useFocusableInteractive: the field names the active option instead (aria-activedescendant)
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      data-highlighted={isActive || undefined}
      // A press must not take the focus from the field.
      onPointerDown={(event) => event.preventDefault()}
      onClick={onTake}
      className="flex min-h-8 cursor-pointer items-baseline gap-3 rounded-sm px-2 py-1.5 text-sm hover:bg-hover data-highlighted:bg-accent-soft pointer-coarse:min-h-11 pointer-coarse:py-3"
    >
      <span className="line-clamp-3 min-w-0 font-mono text-xs break-words">
        <bdi>{insert}</bdi>
      </span>
      {detail && <span className="ml-auto shrink-0 text-xs text-ink-muted">{detail}</span>}
    </div>
  )
}

function groupsOf<Listed extends ListedSuggestion>(suggestions: readonly Listed[]) {
  const groups: { name: string; first: number; members: Listed[] }[] = []
  for (const [place, suggestion] of suggestions.entries()) {
    const name = suggestion.group ?? ''
    const last = groups.at(-1)
    if (last?.name === name) last.members.push(suggestion)
    else groups.push({ name, first: place, members: [suggestion] })
  }
  return groups
}
