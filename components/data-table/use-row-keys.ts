'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { type KeyboardEvent, type MouseEvent, useState } from 'react'

interface RowKeysOptions {
  ids: readonly string[]
  onOpen?: (index: number) => Route | undefined
  onToggle?: (id: string) => void
  onToggleRange?: (ids: string[]) => void
}

/**
 * The keyboard of a table's rows: one row is in the tab order (roving tabindex), arrows, Home and End move, Enter opens, x or Space
 * selects, Shift with an arrow or a click selects a range.
 */
export function useRowKeys({ ids, onOpen, onToggle, onToggleRange }: RowKeysOptions) {
  const router = useRouter()
  const [current, setCurrent] = useState(0)
  const [anchor, setAnchor] = useState(0)

  const move = (from: HTMLElement, to: number, extend: boolean) => {
    const target = Math.max(0, Math.min(ids.length - 1, to))
    const row = from.parentElement?.children[target]
    if (!(row instanceof HTMLElement)) return
    row.focus()
    if (extend) onToggleRange?.(ids.slice(Math.min(anchor, target), Math.max(anchor, target) + 1))
    else setAnchor(target)
  }

  const onKeyDown = (event: KeyboardEvent<HTMLTableRowElement>, index: number) => {
    // Keys pressed in a control inside the row belong to that control.
    if (event.target !== event.currentTarget || event.metaKey || event.ctrlKey || event.altKey) return
    const target = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: ids.length - 1 }[event.key]
    const id = ids[index]
    if (target !== undefined) move(event.currentTarget, target, event.shiftKey)
    else if (event.key === 'Enter') {
      const href = onOpen?.(index)
      if (href) router.push(href)
    } else if ((event.key === 'x' || event.key === ' ') && onToggle && id !== undefined) onToggle(id)
    else return
    event.preventDefault()
  }

  return (index: number) => ({
    tabIndex: index === Math.min(current, ids.length - 1) ? 0 : -1,
    onFocus: () => setCurrent(index),
    onKeyDown: (event: KeyboardEvent<HTMLTableRowElement>) => onKeyDown(event, index),
    onClick: (event: MouseEvent<HTMLTableRowElement>) => {
      if (!event.shiftKey) return setAnchor(index)
      event.preventDefault()
      onToggleRange?.(ids.slice(Math.min(anchor, index), Math.max(anchor, index) + 1))
    },
  })
}
