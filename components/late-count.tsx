import type { ReactNode } from 'react'
import { Late } from './late'
import { Skeleton } from './ui/skeleton'

interface LateCountProps {
  /** Begins the sentence that says that it failed: "The number of records". */
  what: string
  children: ReactNode
}

/**
 * How many rows a list has, in the note of its header. Nobody knows beforehand how long the number will be and whether there is a way to a
 * more exact one beside it, so on a phone it has a line of its own that is high enough for both.
 */
export function LateCount({ what, children }: LateCountProps) {
  return (
    <div className="flex flex-wrap items-center gap-2 max-sm:min-h-7 max-sm:basis-full max-sm:pointer-coarse:min-h-10">
      <Late what={what} isBrief fallback={<Skeleton className="h-4 w-32" />}>
        {children}
      </Late>
    </div>
  )
}
