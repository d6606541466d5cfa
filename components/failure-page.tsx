'use client'

import { ErrorState } from './error-state'

/** What the person can tell support: the digest that Next puts on an error of the server, the same in the log. */
export function referenceOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('digest' in error)) return undefined
  return typeof error.digest === 'string' ? error.digest : undefined
}

interface FailurePageProps {
  error: unknown
  retry: () => void
  /** The level of the heading, 1 unless it is part of a page. */
  level?: 1 | 3
}

/** A page that could not be made, with its reference and a way to try again. Never shows the error's own message. */
export function FailurePage({ error, retry, level = 1 }: FailurePageProps) {
  return (
    <ErrorState
      level={level}
      title="This page could not be loaded"
      message="The server or its database did not answer as it should. Nothing was changed. Try again in a moment; if it stays so, give the reference to whoever runs this installation."
      reference={referenceOf(error)}
      onRetry={retry}
    />
  )
}
