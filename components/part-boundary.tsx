'use client'

import { catchError, type ErrorInfo } from 'next/error'
import { referenceOf } from './failure-page'
import { Alert } from './ui/alert'
import { Button } from './ui/button'

function PartFailure({ what }: { what: string }, { error, retry }: ErrorInfo) {
  const reference = referenceOf(error)
  return (
    <Alert tone="danger" title={`${what} could not be loaded`}>
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
    </Alert>
  )
}

/** Around a part that loads by itself: its failure is shown in its place, and the rest of the page stays. `what` begins a sentence. */
export const PartBoundary = catchError(PartFailure)
