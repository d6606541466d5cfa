'use client'

import { ErrorState } from './error-state'
import type { FailurePageProps } from './failure-page'
import { failureReference } from './failure-reference'

export default function FailureView({ error, retry, level = 1 }: FailurePageProps) {
  return (
    <ErrorState
      level={level}
      title="This page could not be loaded"
      message="The server or its database did not answer as it should. Nothing was changed. Try again in a moment; if it keeps happening, give the reference to whoever runs this installation."
      reference={failureReference(error)}
      onRetry={retry}
    />
  )
}
