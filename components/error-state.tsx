'use client'

import { CloudAlert } from 'lucide-react'
import { Button } from './ui/button'

interface ErrorStateProps {
  title: string
  message: string
  /** What the log has the cause under. */
  reference?: string
  onRetry?: () => void
}

/** Something failed: said as such, with what to tell support and a way to try again. */
export function ErrorState({ title, message, reference, onRetry }: ErrorStateProps) {
  return (
    <div role="alert" className="flex flex-col items-center gap-2 px-4 py-12 text-center">
      <CloudAlert aria-hidden className="size-7 text-danger-text" />
      <h2 className="text-lg font-semibold">{title}</h2>
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
