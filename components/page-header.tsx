import type { ReactNode } from 'react'
import { Breadcrumbs, type Crumb } from './ui/breadcrumbs'

interface PageHeaderProps {
  /** What people gave as a name stands in `<bdi>`, so that its direction ends with it. */
  title: ReactNode
  crumbs?: readonly Crumb[]
  /** Under the title: states, counts, a sentence. */
  note?: ReactNode
  actions?: ReactNode
}

/**
 * Where the person is, and the one or two things most likely wanted here. On a phone these stand at the lower edge, in reach of a thumb.
 */
export function PageHeader({ title, crumbs = [], note, actions }: PageHeaderProps) {
  return (
    <header className="mb-4 flex flex-wrap items-end gap-x-6 gap-y-3">
      <div className="min-w-[min(100%,18rem)] flex-1">
        {crumbs.length > 0 && <Breadcrumbs crumbs={crumbs} />}
        <div className="flex min-h-8 flex-wrap items-baseline gap-x-3 gap-y-1">
          <h1
            tabIndex={-1}
            className="line-clamp-3 min-w-0 rounded-sm text-xl font-semibold tracking-tight break-words"
          >
            {title}
          </h1>
          {note && (
            <div className="flex min-h-6 flex-wrap items-center gap-2 self-center text-sm text-ink-muted max-sm:contents">
              {note}
            </div>
          )}
        </div>
      </div>
      {actions && (
        <div className="flex flex-wrap items-center gap-2 max-md:fixed max-md:inset-x-0 max-md:bottom-bar max-md:z-20 max-md:justify-end max-md:border-t max-md:border-line max-md:bg-surface max-md:px-4 max-md:py-2 max-md:empty:hidden">
          {actions}
        </div>
      )}
    </header>
  )
}
