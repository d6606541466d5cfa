'use client'

import { CloudAlert } from 'lucide-react'
import { Button } from './ui/button'

interface ErrorStateProps {
  title: string
  message: string
  /** What the log has the cause under. */
  reference?: string
  onRetry?: () => void
  /** The level of the heading: 1 when this is the whole page. */
  level?: 1 | 2 | 3
}

/** Something failed: said as such, with what to tell support and a way to try again. */
export function ErrorState({ title, message, reference, onRetry, level = 2 }: ErrorStateProps) {
  const Heading = `h${level}` as const
  return (
    <div role="alert" className="flex flex-col items-center gap-2 px-4 py-12 text-center">
      <CloudAlert aria-hidden className="size-7 text-danger-text" />
      <Heading tabIndex={-1} className="rounded-sm text-lg font-semibold">
        {title}
      </Heading>
      <p className="max-w-prose text-sm text-ink-muted">{message}</p>
      {reference && (
        <p className="text-sm">
          Reference: <code className="rounded-sm bg-hover px-1.5 py-0.5 font-mono">{reference}</code>
        </p>
      )}
      {onRetry && (
        <Button tone="primary" className="mt-2" onClick={onRetry}>
          Try again
        </Button>
      )}
    </div>
  )
}
