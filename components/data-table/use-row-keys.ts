'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  type SyntheticEvent,
  useEffect,
  useRef,
  useState,
} from 'react'
import { currentAddress } from '../kept-place'
import type { Shortcut } from '../keyboard/registry'
import { useListedShortcuts, useShortcut } from '../keyboard/use-shortcut'

const GROUP = 'In a table'
const MOVES: readonly Shortcut[] = [
  { keys: 'ArrowUp ArrowDown', label: 'Move between rows', group: GROUP },
  { keys: 'Home End', label: 'Go to the first or the last row', group: GROUP },
]
const OPENS: readonly Shortcut[] = [{ keys: 'Enter', label: 'Open the row', group: GROUP }]
const SELECTS: readonly Shortcut[] = [
  { keys: 'x', label: 'Select the row', group: GROUP },
  { keys: ' ', label: 'Select the row', group: GROUP },
  { keys: 'Shift ArrowDown', label: 'Select several rows', group: GROUP },
]
const NONE: readonly Shortcut[] = []

interface RowKeysOptions {
  /** Holds the rows, each an element with `data-row`. */
  container: RefObject<HTMLElement | null>
  ids: readonly string[]
  onOpen?: (index: number) => Route | undefined
  onToggle?: (id: string) => void
  onToggleRange?: (ids: string[]) => void
}

/**
 * The keyboard of a table's rows: one row is in the tab order (roving tabindex), arrows, Home and End move, Enter opens, x or Space
 * selects, Shift with an arrow or a click selects a range. `j` and `k` come to the rows from anywhere on the page.
 */
export function useRowKeys({ container, ids, onOpen, onToggle, onToggleRange }: RowKeysOptions) {
  const router = useRouter()
  const [current, setCurrent] = useState(0)
  const [anchor, setAnchor] = useState(0)
  const focusedAt = useRef<string>(null)
  const rowElements = () => [...(container.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]

  // A row that has the focus may be taken away by what was done to it; then the row in its place has it, or the page when none is left.
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows come and go with their ids
  useEffect(() => {
    const isLost = focusedAt.current === currentAddress() && document.activeElement === document.body
    if (!isLost) return
    const heir = rowElements()[Math.min(current, ids.length - 1)] ?? document.querySelector<HTMLElement>('main h1')
    heir?.focus({ preventScroll: true })
  }, [ids.join()])

  const move = (to: number, extend = false) => {
    const target = Math.max(0, Math.min(ids.length - 1, to))
    rowElements()[target]?.focus()
    if (extend) onToggleRange?.(ids.slice(Math.min(anchor, target), Math.max(anchor, target) + 1))
    else setAnchor(target)
  }
  const step = (by: number) => {
    const isInRows = rowElements().some((row) => row.contains(document.activeElement))
    move(isInRows ? current + by : current)
  }
  useShortcut({ keys: 'j', label: 'Go to the next row', group: GROUP }, () => step(1))
  useShortcut({ keys: 'k', label: 'Go to the previous row', group: GROUP }, () => step(-1))
  useListedShortcuts(MOVES)
  useListedShortcuts(onOpen ? OPENS : NONE)
  useListedShortcuts(onToggle ? SELECTS : NONE)

  /** The row that an event came from, and whether it came from the row itself and not from a control in it. */
  const rowOf = ({ target }: SyntheticEvent) => {
    const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null
    return { index: ids.indexOf(row?.dataset.row ?? ''), isItself: row === target }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const { index, isItself } = rowOf(event)
    // Keys pressed in a control inside the row belong to that control.
    if (!isItself || event.metaKey || event.ctrlKey || event.altKey) return
    const target = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: ids.length - 1 }[event.key]
    const id = ids[index]
    if (target !== undefined) move(target, event.shiftKey)
    else if (event.key === 'Enter') {
      const href = onOpen?.(index)
      if (href) router.push(href)
    } else if ((event.key === 'x' || event.key === ' ') && onToggle && id !== undefined) onToggle(id)
    else return
    event.preventDefault()
  }

  return {
    /** Place of the row that is in the tab order. */
    current: Math.min(current, ids.length - 1),
    /** For the element around the rows, which hears what comes up from them. */
    body: {
      onFocus: (event: FocusEvent) => {
        const { index } = rowOf(event)
        if (index < 0) return
        setCurrent(index)
        focusedAt.current = currentAddress()
      },
      onBlur: () => {
        focusedAt.current = null
      },
      onKeyDown,
      onClick: (event: MouseEvent) => {
        const { index } = rowOf(event)
        if (index < 0) return
        if (!event.shiftKey) return setAnchor(index)
        event.preventDefault()
        onToggleRange?.(ids.slice(Math.min(anchor, index), Math.max(anchor, index) + 1))
      },
    },
  }
}
