import type { ReactNode } from 'react'
import { Breadcrumbs, type Crumb } from './ui/breadcrumbs'

interface PageHeaderProps {
  title: string
  crumbs?: readonly Crumb[]
  /** Under the title: states, counts, a sentence. */
  note?: ReactNode
  actions?: ReactNode
}

/** Where the person is, and the one or two things most likely wanted here. */
export function PageHeader({ title, crumbs = [], note, actions }: PageHeaderProps) {
  return (
    <header className="mb-4 flex flex-wrap items-end gap-x-6 gap-y-3">
      <div className="min-w-[min(100%,18rem)] flex-1">
        {crumbs.length > 0 && <Breadcrumbs crumbs={crumbs} />}
        <h1 className="text-xl font-semibold tracking-tight break-words">{title}</h1>
        {note && <div className="mt-1 flex flex-wrap items-center gap-2 text-sm text-ink-muted">{note}</div>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  )
}
