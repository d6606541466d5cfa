'use client'

import { type KeyboardEvent, useId, useState } from 'react'
import type { ListedSuggestion } from './suggestion-list'

/** The id of the line at `place`, for `aria-activedescendant`. */
export function optionId(listId: string, place: number): string {
  return `${listId}-${place}`
}

interface ComboboxOptions<Listed> {
  suggestions: readonly Listed[]
  isOpen: boolean
  setOpen: (isOpen: boolean) => void
  onTake: (suggestion: Listed) => void
  /** Whether Tab takes the first line when none is active: only where something was typed that it completes. */
  takesOnTab: boolean
}

/**
 * The keys and the ARIA of a field with a list beneath (combobox pattern, APG): arrows move through the list, Enter takes what they came
 * to and otherwise does what it does without a list, Tab completes, Escape closes. `active` begins anew with each list.
 */
export function useCombobox<Listed extends ListedSuggestion>({
  suggestions,
  isOpen,
  setOpen,
  onTake,
  takesOnTab,
}: ComboboxOptions<Listed>) {
  const listId = useId()
  const signature = suggestions.map(({ insert }) => insert).join('\n')
  const [chosen, setChosen] = useState({ signature, place: -1 })
  const active = chosen.signature === signature ? chosen.place : -1
  const isShown = isOpen && suggestions.length > 0

  const move = (step: 1 | -1) => {
    const count = suggestions.length + 1
    setChosen({ signature, place: ((active + 1 + step + count) % count) - 1 })
  }
  /** Whether the key was for the list. */
  const press = (event: KeyboardEvent): boolean => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        if (isShown) move(event.key === 'ArrowDown' ? 1 : -1)
        else setOpen(true)
        return true
      case 'Escape':
        if (isShown) setOpen(false)
        return isShown
      case 'Enter':
        return take(active)
      case 'Tab':
        return !event.shiftKey && take(active < 0 && takesOnTab ? 0 : active)
      default:
        return false
    }
  }
  const take = (place: number): boolean => {
    const suggestion = isShown ? suggestions[place] : undefined
    if (suggestion) onTake(suggestion)
    return suggestion !== undefined
  }

  return {
    listId,
    active,
    isShown,
    onKeyDown: (event: KeyboardEvent): boolean => {
      const isForList = press(event)
      if (isForList) {
        event.preventDefault()
        // A window around the field would close as well.
        event.stopPropagation()
      }
      return isForList
    },
    aria: {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': isShown,
      'aria-controls': isShown ? listId : undefined,
      'aria-activedescendant': isShown && active >= 0 ? optionId(listId, active) : undefined,
    } as const,
  }
}
