import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { Route } from 'next'
import type { ReactNode } from 'react'
import { LinkButton } from './link-button'

/** Links to the neighbouring pages of a table; the one that does not exist is left out of the tab order. */
export function Pagination({ previous, next }: { previous: Route | null; next: Route | null }) {
  if (!previous && !next) return null
  return (
    <nav aria-label="Pages" className="flex items-center justify-end gap-2">
      <PageLink href={previous} rel="prev">
        <ChevronLeft aria-hidden />
        Previous
      </PageLink>
      <PageLink href={next} rel="next">
        Next
        <ChevronRight aria-hidden />
      </PageLink>
    </nav>
  )
}

function PageLink({ href, rel, children }: { href: Route | null; rel: 'prev' | 'next'; children: ReactNode }) {
  if (href) {
    return (
      <LinkButton href={href} rel={rel} prefetch={false} compact>
        {children}
      </LinkButton>
    )
  }
  return (
    <span
      aria-disabled
      className="inline-flex h-7 items-center gap-1.5 px-2 text-xs text-ink-muted opacity-55 [&_svg]:size-4"
    >
      {children}
    </span>
  )
}
