import { type ReactNode, Suspense } from 'react'
import { PartBoundary } from './part-boundary'

export interface LateProps {
  /** Begins the sentence that says that it failed: "The number of rows". */
  what: string
  /** For a part within a line: its failure is a line too. */
  isBrief?: boolean
  fallback: ReactNode
  children: ReactNode
}

/** A part of the page that may come later than the rest, or fail without it. */
export function Late({ what, isBrief, fallback, children }: LateProps) {
  return (
    <PartBoundary what={what} isBrief={isBrief}>
      <Suspense fallback={fallback}>{children}</Suspense>
    </PartBoundary>
  )
}

/** Parts below each other that come together, so that none pushes the next away; each in a `PartBoundary` still fails by itself. */
export function LateTogether({ fallback, children }: Pick<LateProps, 'fallback' | 'children'>) {
  return <Suspense fallback={fallback}>{children}</Suspense>
}
