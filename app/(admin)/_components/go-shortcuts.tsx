'use client'

import { useRouter } from 'next/navigation'
import { useShortcut } from '@/components/keyboard/use-shortcut'
import type { Place } from './navigation'

/** `g` and a letter go to a place. */
export function GoShortcuts({ places }: { places: readonly Place[] }) {
  return places.map((place) => <GoShortcut key={place.href} place={place} />)
}

function GoShortcut({ place: { keys, label, href } }: { place: Place }) {
  const router = useRouter()
  useShortcut({ keys, label, group: 'Go to' }, () => router.push(href))
  return null
}
