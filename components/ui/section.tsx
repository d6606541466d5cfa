import clsx from 'clsx'
import { type ReactNode, useId } from 'react'

interface SectionProps {
  title: string
  /** Stands beside the title: a count, a state. */
  note?: ReactNode
  actions?: ReactNode
  children: ReactNode
  /** Without inner space, for a table or list that reaches the edges. */
  flush?: boolean
  className?: string
}

/** A titled card that is a named region of the page. */
export function Section({ title, note, actions, children, flush = false, className }: SectionProps) {
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      className={clsx('min-w-0 rounded-lg border border-line bg-surface shadow-resting', className)}
    >
      <header className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-1.5">
        <h2 id={id} tabIndex={-1} className="rounded-sm text-base font-semibold wrap-anywhere">
          {title}
        </h2>
        {note && <div className="text-sm text-ink-muted">{note}</div>}
        {actions && <div className="ml-auto flex flex-wrap items-center gap-2">{actions}</div>}
      </header>
      <div className={clsx(!flush && 'p-4')}>{children}</div>
    </section>
  )
}
