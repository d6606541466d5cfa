import type { Route } from 'next'
import type { ReactNode } from 'react'
import { Late } from '@/components/late'
import { LinkButton } from '@/components/ui/link-button'
import { Section } from '@/components/ui/section'
import { SkeletonRows } from '@/components/ui/skeleton'
import { CARD_LINES } from './card-line'

interface CardProps {
  title: string
  /** Begins the sentence that says that it failed. */
  what: string
  /** Where all of it is. */
  all?: Route
  children: ReactNode
  /** Instead of that of a list of lines: the least height, which it has before it comes. */
  className?: string
}

/** A list of the overview, which comes when it is ready, fails by itself, and has its size before. */
export function Card({ title, what, all, children, className = 'min-h-104' }: CardProps) {
  return (
    <Section
      title={title}
      flush
      actions={
        all && (
          <LinkButton compact tone="ghost" href={all}>
            Show all
          </LinkButton>
        )
      }
    >
      <div className={className}>
        <Late what={what} fallback={<SkeletonRows rows={CARD_LINES} line="h-13" />}>
          {children}
        </Late>
      </div>
    </Section>
  )
}
