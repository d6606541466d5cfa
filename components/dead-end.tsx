import type { Route } from 'next'
import { EmptyState } from './empty-state'
import { LinkButton } from './ui/link-button'

interface DeadEndProps {
  title: string
  text: string
  /** The way on: where it leads and what it says. */
  href: Route
  go: string
}

/** A whole page that has nothing to show, outside the frame: why, and where to go from here. */
export function DeadEnd({ title, text, href, go }: DeadEndProps) {
  return (
    <main className="mx-auto max-w-xl px-4 py-24">
      <EmptyState level={1} title={title} text={text} action={<LinkButton href={href}>{go}</LinkButton>} />
    </main>
  )
}
