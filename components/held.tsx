'use client'

import { type ReactNode, Suspense, useState } from 'react'

interface HeldProps {
  /** Whether `children` are there already. */
  isHere: boolean
  fallback: ReactNode
  children: ReactNode
}

/**
 * A part that may come later than the rest. What is there with the page stands in it without a boundary: React sends a large boundary after the
 * page even when it is complete, so that a browser draws the skeleton, and then all anew. What was so first stays so: a boundary that came or
 * went with a refresh would begin the part anew, without its selection and its focus. A refresh keeps what is shown until the next is there.
 */
export function Held({ isHere, fallback, children }: HeldProps) {
  const [wasHere] = useState(isHere)
  return wasHere ? children : <Suspense fallback={fallback}>{children}</Suspense>
}
