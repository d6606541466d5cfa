'use client'

import type { MouseEvent, ReactNode } from 'react'
import { SpriteIcon } from '../ui/sprite-icon'
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
        className="cell-opener"
      >
        <SpriteIcon name="panel-right-open" className="size-4" />
      </button>
    </span>
  )
}
