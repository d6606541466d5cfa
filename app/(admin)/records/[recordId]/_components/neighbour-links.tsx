'use client'

import { ChevronDown, ChevronUp } from 'lucide-react'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { LinkButton } from '@/components/ui/link-button'

interface NeighbourLinksProps {
  previous: Route | null
  next: Route | null
}

/** Links to the neighbours; `k` and `j` follow them, as in mail. */
export function NeighbourLinks({ previous, next }: NeighbourLinksProps) {
  const router = useRouter()
  useEffect(() => {
    const follow = (event: KeyboardEvent) => {
      const target = event.target
      const typing =
        target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
      // In the tree of a document, letters look for keys.
      const inTree = target instanceof HTMLElement && target.closest('[role="tree"], [role="dialog"]') !== null
      if (typing || inTree || event.metaKey || event.ctrlKey || event.altKey) return
      const href = event.key === 'j' ? next : event.key === 'k' ? previous : null
      if (href) router.push(href)
    }
    document.addEventListener('keydown', follow)
    return () => document.removeEventListener('keydown', follow)
  }, [router, previous, next])
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
