'use client'

import { ChevronDown, ChevronUp } from 'lucide-react'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useShortcut } from '@/components/keyboard/use-shortcut'
import { LinkButton } from '@/components/ui/link-button'

interface NeighbourLinksProps {
  previous: Route | null
  next: Route | null
}

/** Links to the neighbours; `k` and `j` follow them, as in mail. */
export function NeighbourLinks({ previous, next }: NeighbourLinksProps) {
  const router = useRouter()
  const go = (href: Route | null) => {
    if (href) router.push(href)
  }
  useShortcut({ keys: 'j', label: 'Go to the next record', group: 'On this page' }, () => go(next))
  useShortcut({ keys: 'k', label: 'Go to the previous record', group: 'On this page' }, () => go(previous))
  if (!previous && !next) return null
  return (
    <nav aria-label="Neighbouring records" className="flex gap-1">
      {previous && (
        <LinkButton href={previous} rel="prev" prefetch={false} aria-keyshortcuts="k">
          <ChevronUp aria-hidden />
          Previous
        </LinkButton>
      )}
      {next && (
        <LinkButton href={next} rel="next" prefetch={false} aria-keyshortcuts="j">
          <ChevronDown aria-hidden />
          Next
        </LinkButton>
      )}
    </nav>
  )
}
