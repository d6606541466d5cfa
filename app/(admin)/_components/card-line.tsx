import type { ReactNode } from 'react'

/** Lines that a card of the overview shows; it is as high as these from the start, so that nothing moves when they come. */
export const CARD_LINES = 8

interface CardLineProps {
  children: ReactNode
  /** Smaller, below; cut where it does not fit. */
  note?: string
  aside?: ReactNode
}

/** One entry of a card's list, always of the same height. */
export function CardLine({ children, note, aside }: CardLineProps) {
  return (
    <li className="flex h-13 items-center gap-3 border-b border-line px-4 text-sm last:border-b-0">
      <div className="min-w-0 flex-1">
        <div className="truncate">{children}</div>
        {note && (
          <p dir="auto" className="truncate text-left text-xs text-ink-muted" title={note}>
            {note}
          </p>
        )}
      </div>
      {aside && <div className="shrink-0 text-ink-muted">{aside}</div>}
    </li>
  )
}
