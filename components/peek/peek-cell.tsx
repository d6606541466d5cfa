'use client'

import clsx from 'clsx'
import { PanelRightOpen } from 'lucide-react'
import type { MouseEvent, ReactNode } from 'react'
import { rowOf } from './peek-rows'
import { usePeek } from './use-peek'

interface PeekCellProps {
  id: string
  /** Names the row. */
  label: string
  /** The cell as it would be without the button. */
  children: ReactNode
}

/** The first cell of a row with a button to peek at the row: shown while the row has the pointer or the focus, and always to a thumb. */
export function PeekCell({ id, label, children }: PeekCellProps) {
  const peek = usePeek()
  const isPeeked = peek.id === id
  const press = (event: MouseEvent) => {
    if (isPeeked) peek.close()
    else peek.open(id)
    // Whoever points goes on from row to row with the arrow keys; whoever pressed a key stays where they are.
    if (event.detail > 0) rowOf(id)?.focus({ preventScroll: true })
  }
  return (
    <span className="relative block max-sm:flex max-sm:items-center max-sm:gap-2">
      <span className="block min-w-0 truncate">{children}</span>
      <button
        type="button"
        aria-label={`Peek at ${label}`}
        aria-expanded={isPeeked}
        data-peeked={isPeeked || undefined}
        onClick={press}
        className={clsx(
          'inline-flex size-6 shrink-0 items-center justify-center rounded-md border border-line bg-raised text-ink-muted shadow-resting hover:text-ink',
          'max-sm:-my-2 max-sm:size-11 max-sm:border-0 max-sm:bg-transparent max-sm:shadow-none',
          'sm:absolute sm:inset-y-0 sm:-right-1 sm:my-auto sm:opacity-0 sm:group-focus-within:opacity-100 sm:group-hover:opacity-100 sm:pointer-coarse:opacity-100 sm:aria-expanded:text-accent-text sm:aria-expanded:opacity-100',
        )}
      >
        <PanelRightOpen aria-hidden className="size-4" />
      </button>
    </span>
  )
}
