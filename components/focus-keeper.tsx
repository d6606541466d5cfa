'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { isReturn, keep, keptHere, noteArrival, placeOf } from './kept-place'

/** Milliseconds in which what had the focus must be back on the page; later the person is elsewhere. */
const PATIENCE = 3_000

/**
 * Focus follows the task: a new page starts at its heading, Back leads to what had the focus, and to where the page was scrolled. Without
 * it the focus of a keyboard or a screen reader would be lost with the page it was on.
 */
export function FocusKeeper() {
  const pathname = usePathname()
  const place = placeOf(pathname, useSearchParams().toString())
  const shown = useRef<{ pathname: string; place: string }>(null)

  useEffect(() => {
    const onFocus = (event: FocusEvent) => keep({ focus: selectorOf(event.target) })
    const onScroll = () => keep({ page: window.scrollY })
    document.addEventListener('focusin', onFocus)
    window.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      document.removeEventListener('focusin', onFocus)
      window.removeEventListener('scroll', onScroll)
    }
  }, [])

  useEffect(() => {
    const before = shown.current
    shown.current = { pathname, place }
    noteArrival()
    // The first page, or the same one drawn anew: nobody went anywhere.
    if (before === null || before.place === place) return
    if (isReturn()) return goBackTo(keptHere())
    const lost = document.activeElement === null || document.activeElement === document.body
    if (before.pathname !== pathname || lost)
      document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
  }, [pathname, place])
  return null
}

/** Waits for parts of the page that come late, but not against the person, whose next key or press ends it. Returns how to give up. */
function goBackTo({ focus, page = 0 }: ReturnType<typeof keptHere>): () => void {
  const arrive = () => {
    const element = focus ? document.querySelector<HTMLElement>(focus) : null
    const isThere = element !== null && document.documentElement.scrollHeight >= page + window.innerHeight
    if (!isThere) return false
    element.focus({ preventScroll: true })
    window.scrollTo(0, page)
    return true
  }
  const stop = new AbortController()
  if (arrive()) return () => stop.abort()
  const observer = new MutationObserver(() => {
    if (arrive()) stop.abort()
  })
  observer.observe(document.body, { childList: true, subtree: true })
  const timer = setTimeout(() => stop.abort(), PATIENCE)
  stop.signal.addEventListener('abort', () => {
    observer.disconnect()
    clearTimeout(timer)
  })
  for (const event of ['keydown', 'pointerdown', 'wheel'])
    document.addEventListener(event, () => stop.abort(), { once: true, signal: stop.signal })
  return () => stop.abort()
}

/** A way to find the element again after the page has been drawn anew; null for what has nothing to tell it by. */
function selectorOf(target: EventTarget | null): string | null {
  if (!(target instanceof HTMLElement)) return null
  const row = target.closest<HTMLElement>('[data-row]')
  const inRow = row ? `[data-row="${CSS.escape(row.dataset.row ?? '')}"]` : ''
  if (target === row) return inRow
  for (const name of ['href', 'name', 'aria-label']) {
    const value = target.getAttribute(name)
    if (value) return `${inRow} ${target.tagName.toLowerCase()}[${name}="${CSS.escape(value)}"]`.trim()
  }
  return null
}
