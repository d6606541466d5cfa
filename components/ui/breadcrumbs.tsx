import { ChevronRight } from 'lucide-react'
import type { Route } from 'next'
import { Link } from './link'

export interface Crumb {
  label: string
  href: Route
}

/** The way up; the page itself is the heading below. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label="Breadcrumbs">
      <ol className="flex flex-wrap items-center gap-1 text-sm text-ink-muted">
        {crumbs.map(({ label, href }) => (
          <li key={href} className="flex max-w-full min-w-0 items-center gap-1">
            <Link href={href} className="min-w-0 rounded-sm break-words hover:text-ink hover:underline">
              {label}
            </Link>
            <ChevronRight aria-hidden className="size-3.5 shrink-0" />
          </li>
        ))}
      </ol>
    </nav>
  )
}
