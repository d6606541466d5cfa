import type { ReactNode } from 'react'

interface CardLineProps {
  children: ReactNode
  /** Smaller, below; cut where it does not fit. */
  note?: string
  aside?: ReactNode
}

/** One entry of a card's list. */
export function CardLine({ children, note, aside }: CardLineProps) {
  return (
    <li className="flex items-center gap-3 border-b border-line px-4 py-2 text-sm last:border-b-0">
      <div className="min-w-0 flex-1">
        <div className="truncate">{children}</div>
        {note && (
          <p className="truncate text-xs text-ink-muted" title={note}>
            {note}
          </p>
        )}
      </div>
      {aside && <div className="shrink-0 text-ink-muted">{aside}</div>}
    </li>
  )
}
