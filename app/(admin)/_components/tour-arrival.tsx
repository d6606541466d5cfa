'use client'

import { useEffect, useRef } from 'react'

/** Leads the eye and the focus to the step that the address asks for, as a browser does with the place that a link names. */
export function TourArrival() {
  const mark = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    if (window.location.hash !== '#tour') return
    const card = mark.current?.parentElement
    card?.scrollIntoView({ block: 'start' })
    card?.querySelector('h2')?.focus({ preventScroll: true })
  }, [])
  return <span ref={mark} hidden />
}
