'use client'

import { lazy, Suspense } from 'react'
import { failureReference } from './failure-reference'

export interface FailurePageProps {
  error: unknown
  retry: () => void
  /** The level of the heading, 1 unless it is part of a page. */
  level?: 1 | 3
}

/** Fetched when a page has failed: every page would carry it three times. */
const FailureView = lazy(() =>
  import('./failure-view').catch((error: unknown) => {
    console.error(error)
    return { default: PlainFailure }
  }),
)

/** A page that could not be made, with its reference and a way to try again. Never shows the error's own message. */
export function FailurePage(props: FailurePageProps) {
  return (
    <Suspense>
      <FailureView {...props} />
    </Suspense>
  )
}

/** The same without its looks, while not even those can be fetched. */
function PlainFailure({ error, retry, level = 1 }: FailurePageProps) {
  const Heading = `h${level}` as const
  const reference = failureReference(error)
  return (
    <div role="alert" className="grid justify-items-start gap-2 p-4">
      <Heading className="text-lg font-semibold">This page could not be loaded</Heading>
      <p>The server does not answer. Nothing was changed.{reference && ` Reference: ${reference}`}</p>
      <button type="button" className="min-h-11 underline" onClick={retry}>
        Try again
      </button>
    </div>
  )
}
