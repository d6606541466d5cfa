import { type ReactNode, Suspense } from 'react'
import { PartBoundary } from './part-boundary'

interface LateProps {
  /** Begins the sentence that says that it failed: "The number of rows". */
  what: string
  fallback: ReactNode
  children: ReactNode
}

/** A part of the page that may come later than the rest, or fail without it. */
export function Late({ what, fallback, children }: LateProps) {
  return (
    <PartBoundary what={what}>
      <Suspense fallback={fallback}>{children}</Suspense>
    </PartBoundary>
  )
}
