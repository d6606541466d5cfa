import type { ReactNode } from 'react'

/** The one tooltip of the page: what it is of and what it says. */
export interface ShownTooltip {
  /** Which `Tooltip` of the page it is. */
  owner: string
  anchor: HTMLElement
  text: ReactNode
  side: 'top' | 'right' | 'bottom'
}

export const TOOLTIP_ID = 'tooltip'

/** Milliseconds that the pointer rests before words appear; and in which, after one tooltip, the next shows at once. */
const REST = 400
const STILL_READING = 300
/** Milliseconds in which the pointer may come from the element to the words, to read them there (WCAG 1.4.13). */
const WAY_OVER = 120

let shown: ShownTooltip | null = null
let hiddenAt = Number.NEGATIVE_INFINITY
let waiting: ReturnType<typeof setTimeout> | undefined
const readers = new Set<() => void>()

function show(next: ShownTooltip | null): void {
  clearTimeout(waiting)
  if (next === shown) return
  if (shown && !next) hiddenAt = performance.now()
  shown = next
  for (const read of readers) read()
}

export function subscribe(read: () => void): () => void {
  readers.add(read)
  return () => readers.delete(read)
}

export function shownTooltip(): ShownTooltip | null {
  return shown
}

export function isTooltipOf(owner: string): boolean {
  return shown?.owner === owner
}

/** Shows it, `atOnce` or when the pointer has rested. */
export function offerTooltip(tooltip: ShownTooltip, atOnce: boolean): void {
  clearTimeout(waiting)
  if (atOnce || shown || performance.now() - hiddenAt < STILL_READING) show(tooltip)
  else waiting = setTimeout(() => show(tooltip), REST)
}

/** The pointer has left the element: the words go, unless it is on its way to them. */
export function releaseTooltip(owner: string): void {
  clearTimeout(waiting)
  if (isTooltipOf(owner)) waiting = setTimeout(() => show(null), WAY_OVER)
}

/** The pointer has come to the words. */
export function keepTooltip(): void {
  clearTimeout(waiting)
}

/** Hides that of `owner`, or whichever is shown; one that was about to show does not. */
export function hideTooltip(owner?: string): void {
  clearTimeout(waiting)
  if (owner === undefined || isTooltipOf(owner)) show(null)
}
