import type { Route } from 'next'
import { EmptyState } from './empty-state'
import { LinkButton } from './ui/link-button'

interface DeadEndProps {
  title: string
  text: string
  /** The way on: where it leads and what it says. */
  href: Route
  go: string
  /** The level of the heading, 1 unless it is part of a page. */
  level?: 1 | 3
}

/** A page that has nothing to show, outside the frame: why, and where to go from here. */
export function DeadEnd({ title, text, href, go, level = 1 }: DeadEndProps) {
  return (
    <div className="mx-auto max-w-xl px-4 py-24">
      <EmptyState level={level} title={title} text={text} action={<LinkButton href={href}>{go}</LinkButton>} />
    </div>
  )
}
