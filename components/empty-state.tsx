import { Inbox, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

interface EmptyStateProps {
  title: string
  text?: ReactNode
  action?: ReactNode
  icon?: LucideIcon
  /** The level of the heading: 1 when this is the whole page. */
  level?: 1 | 2 | 3
}

/** Nothing is here, why that is, and what to do. Never stands for a failure. */
export function EmptyState({ title, text, action, icon: Icon = Inbox, level = 2 }: EmptyStateProps) {
  const Heading = `h${level}` as const
  return (
    <div className="flex flex-col items-center gap-2 px-4 py-12 text-center">
      <Icon aria-hidden className="size-6 text-ink-muted" />
      <Heading tabIndex={-1} className="rounded-sm text-base font-semibold">
        {title}
      </Heading>
      {text && <div className="max-w-prose text-sm text-ink-muted">{text}</div>}
      {action && <div className="mt-2">{action}</div>}
    </div>
  )
}
