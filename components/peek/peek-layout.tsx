'use client'

import clsx from 'clsx'
import { type ReactNode, useEffect, useEffectEvent, useRef } from 'react'
import { useShortcut } from '../keyboard/use-shortcut'
import { rowIdOf, rowOf } from './peek-rows'
import { usePeek } from './use-peek'

const PEEK = { keys: 'p', label: 'Peek at the row, then go into the peek', group: 'In a table' }
const CLOSE = { keys: 'Escape', label: 'Close the peek', group: 'In a table' }

/** Milliseconds that a row must have the focus before it is peeked at: who holds an arrow key down does not want all on the way. */
const PATIENCE = 80

interface PeekLayoutProps {
  /** The table. */
  children: ReactNode
  /** What stands beside it while nothing is peeked at. */
  beside: ReactNode
  /** A `PeekPanel`; there while something is. */
  panel: ReactNode
}

/**
 * A table, and beside it a look at one of its rows that goes along from row to row. `p` opens it and goes into it, Escape closes it and
 * gives the focus back to the row.
 */
export function PeekLayout({ children, beside, panel }: PeekLayoutProps) {
  const { id, open, close } = usePeek()
  const list = useRef<HTMLDivElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const last = useRef<string>(null)
  const isOpen = id !== null

  useEffect(() => {
    const before = last.current
    last.current = id
    // Also Back closes: the panel is gone, and the focus with it if it was inside.
    if (before !== null && id === null && document.activeElement === document.body)
      rowOf(before)?.focus({ preventScroll: true })
  }, [id])

  useShortcut(PEEK, () => {
    const current = list.current?.querySelector('[data-row][tabindex="0"]')
    const wanted = rowIdOf(document.activeElement) ?? rowIdOf(current)
    if (wanted === undefined) return
    if (wanted === id) return document.querySelector<HTMLElement>('[data-peek-panel] h2')?.focus()
    rowOf(wanted)?.focus()
    open(wanted)
  })
  const follow = useEffectEvent(({ target }: FocusEvent) => {
    clearTimeout(timer.current)
    const wanted = target instanceof Element ? rowIdOf(target) : undefined
    if (isOpen && wanted !== undefined && wanted !== id) timer.current = setTimeout(() => open(wanted), PATIENCE)
  })
  useEffect(() => {
    const rows = list.current
    const listen = (event: FocusEvent) => follow(event)
    rows?.addEventListener('focusin', listen)
    return () => {
      rows?.removeEventListener('focusin', listen)
      clearTimeout(timer.current)
    }
  }, [])
  const leave = () => {
    clearTimeout(timer.current)
    close()
  }

  return (
    <div
      className={clsx(
        'grid items-start gap-4',
        isOpen ? 'lg:grid-cols-[minmax(0,1fr)_minmax(20rem,28rem)]' : 'lg:grid-cols-[minmax(0,1fr)_13rem]',
      )}
    >
      <div ref={list} className="min-w-0 [&_tr:has([data-peeked])]:bg-accent-soft">
        {children}
      </div>
      <div className={clsx('contents', isOpen && 'lg:hidden')}>{beside}</div>
      {isOpen && (
        <>
          <EscapeKey onPress={leave} />
          {panel}
        </>
      )}
    </div>
  )
}

/** In force only while there is something to close. */
function EscapeKey({ onPress }: { onPress: () => void }) {
  useShortcut(CLOSE, onPress)
  return null
}
