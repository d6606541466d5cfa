import { type ReactNode, Suspense } from 'react'
import { PartBoundary } from './part-boundary'

export interface LateProps {
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

/** Parts below each other that come together, so that none pushes the next away; each in a `PartBoundary` still fails by itself. */
export function LateTogether({ fallback, children }: Pick<LateProps, 'fallback' | 'children'>) {
  return <Suspense fallback={fallback}>{children}</Suspense>
}
