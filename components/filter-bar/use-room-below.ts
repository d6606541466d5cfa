'use client'

import { type RefObject, useEffect, useState } from 'react'

/** What a list keeps from the edge, and how high it is at most, in CSS pixels. */
const MARGIN = 12
const HIGHEST = 320
/** Two lines for a thumb: below that a list says nothing. */
const LOWEST = 96

/** How high something beneath the element can be without reaching under the keyboard of a phone, in CSS pixels. */
export function useRoomBelow(element: RefObject<HTMLElement | null>, isOpen: boolean): number {
  const [room, setRoom] = useState(HIGHEST)
  useEffect(() => {
    const view = window.visualViewport
    if (!isOpen || !view) return
    const measure = () => {
      const bottom = element.current?.getBoundingClientRect().bottom ?? 0
      setRoom(Math.min(HIGHEST, Math.max(LOWEST, view.offsetTop + view.height - bottom - MARGIN)))
    }
    measure()
    view.addEventListener('resize', measure)
    view.addEventListener('scroll', measure)
    return () => {
      view.removeEventListener('resize', measure)
      view.removeEventListener('scroll', measure)
    }
  }, [element, isOpen])
  return room
}
