'use client'

import {
  cloneElement,
  type FocusEvent,
  type HTMLAttributes,
  type PointerEvent,
  type ReactElement,
  type ReactNode,
  type SyntheticEvent,
  useEffect,
  useId,
  useSyncExternalStore,
} from 'react'
import { hideTooltip, isTooltipOf, offerTooltip, releaseTooltip, subscribe, TOOLTIP_ID } from './tooltip-store'

interface TooltipProps {
  /** A few words. Never the only place where something is said: touch has no hover. */
  text: ReactNode
  side?: 'top' | 'right' | 'bottom'
  /** One focusable element. What it hears itself it hears first; its own `aria-describedby`, also undefined, stays. */
  children: ReactElement<HTMLAttributes<HTMLElement>>
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
  const own = children.props
  return cloneElement(children, {
    'aria-describedby': isOpen ? TOOLTIP_ID : undefined,
    ...('aria-describedby' in own && { 'aria-describedby': own['aria-describedby'] }),
    onPointerEnter: both(own.onPointerEnter, (event: PointerEvent<HTMLElement>) => {
      if (event.pointerType !== 'touch') offer(event.currentTarget, false)
    }),
    onPointerLeave: both(own.onPointerLeave, () => releaseTooltip(owner)),
    onPointerDown: both(own.onPointerDown, () => hideTooltip(owner)),
    onFocus: both(own.onFocus, (event: FocusEvent<HTMLElement>) => {
      if (event.currentTarget.matches(':focus-visible')) offer(event.currentTarget, true)
    }),
    onBlur: both(own.onBlur, () => hideTooltip(owner)),
  })
}

function both<E extends SyntheticEvent>(first: ((event: E) => void) | undefined, then: (event: E) => void) {
  return (event: E) => {
    first?.(event)
    then(event)
  }
}
