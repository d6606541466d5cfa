'use client'

import { usePathname } from 'next/navigation'
import { useEffect } from 'react'
import { placeOf } from '@/lib/search/place'
import { noteUse } from './note-use'

/** Milliseconds on a page after which it was no mere passage. */
const STAY = 1_500

/** Keeps where the person has been, for what the search window offers first. */
export function PlaceKeeper() {
  const pathname = usePathname()
  useEffect(() => {
    const timer = setTimeout(() => noteUse(placeOf(pathname)), STAY)
    return () => clearTimeout(timer)
  }, [pathname])
  return null
}
