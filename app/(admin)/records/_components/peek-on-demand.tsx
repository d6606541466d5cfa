'use client'

import { lazy, Suspense } from 'react'
import type { PeekRecordProps } from './peek-record'

const PeekRecord = lazy(() => import('./peek-record').then((parts) => ({ default: parts.PeekRecord })))

/** What looks at a record is loaded when someone does: most who read a list never need its JSON viewer. */
export function PeekOnDemand(props: PeekRecordProps) {
  return (
    <Suspense>
      <PeekRecord {...props} />
    </Suspense>
  )
}
