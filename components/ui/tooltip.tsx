'use client'

import { Slot } from 'radix-ui'
import { type FocusEvent, type PointerEvent, type ReactNode, useEffect, useId, useSyncExternalStore } from 'react'
import { hideTooltip, isTooltipOf, offerTooltip, releaseTooltip, subscribe, TOOLTIP_ID } from './tooltip-store'

interface TooltipProps {
  /** A few words. Never the only place where something is said: touch has no hover. */
  text: ReactNode
  side?: 'top' | 'right' | 'bottom'
  /** One focusable element. */
  children: ReactNode
}

/**
 * A few words beside what the pointer or the keyboard is on; Escape hides it. A page has one tooltip, drawn by `TooltipLayer`, so that
 * a table of 200 rows with one for each costs no more than one (docs/decisions/031).
 */
export function Tooltip({ text, side = 'bottom', children }: TooltipProps) {
  const owner = useId()
  const isOpen = useSyncExternalStore(
    subscribe,
    () => isTooltipOf(owner),
    () => false,
  )
  const offer = (anchor: HTMLElement, atOnce: boolean) => offerTooltip({ owner, anchor, text, side }, atOnce)
  // What it explains may go away under the pointer.
  useEffect(() => () => hideTooltip(owner), [owner])
  return (
    <Slot.Root
      aria-describedby={isOpen ? TOOLTIP_ID : undefined}
      onPointerEnter={(event: PointerEvent<HTMLElement>) => {
        if (event.pointerType !== 'touch') offer(event.currentTarget, false)
      }}
      onPointerLeave={() => releaseTooltip(owner)}
      onPointerDown={() => hideTooltip(owner)}
      onFocus={(event: FocusEvent<HTMLElement>) => {
        if (event.currentTarget.matches(':focus-visible')) offer(event.currentTarget, true)
      }}
      onBlur={() => hideTooltip(owner)}
    >
      {children}
    </Slot.Root>
  )
}
