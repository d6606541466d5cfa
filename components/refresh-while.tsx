'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Milliseconds between two looks at what is on its way. */
const EVERY = 2_000

/** Loads the page's figures anew from time to time while something on it is on its way. */
export function RefreshWhile({ active }: { active: boolean }) {
  const router = useRouter()
  useEffect(() => {
    if (!active) return
    const looking = setInterval(() => router.refresh(), EVERY)
    return () => clearInterval(looking)
  }, [active, router])
  return null
}
