'use client'

// Not from 'next/error', which brings the error page of the Pages Router with it, four kilobytes on every page.
import { catchError } from 'next/dist/client/components/catch-error'
import type { ErrorInfo } from 'next/error'
import { failureReference } from './failure-reference'
import { Alert } from './ui/alert'
import { Button } from './ui/button'

interface PartFailureProps {
  /** Begins the sentence that says that it failed. */
  what: string
  /** For a part within a line, which has no room for a box. */
  isBrief?: boolean
}

function PartFailure({ what, isBrief }: PartFailureProps, { error, retry }: ErrorInfo) {
  const reference = failureReference(error)
  const title = `${what} could not be loaded.`
  const rest = (
    <span className="flex flex-wrap items-center gap-2">
      {reference && (
        <span>
          Reference: <code className="font-mono">{reference}</code>
        </span>
      )}
      <Button compact onClick={retry}>
        Try again
      </Button>
    </span>
  )
  if (isBrief)
    return (
      <div role="alert" className="flex flex-wrap items-center gap-x-2 text-sm">
        <span className="text-danger-text">{title}</span>
        {rest}
      </div>
    )
  return (
    <Alert tone="danger" title={title}>
      {rest}
    </Alert>
  )
}

/** Around a part that loads by itself: its failure is shown in its place, and the rest of the page stays. */
export const PartBoundary = catchError(PartFailure)
