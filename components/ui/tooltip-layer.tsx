'use client'

import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { besides } from './besides'
import {
  hideTooltip,
  keepTooltip,
  releaseTooltip,
  type ShownTooltip,
  shownTooltip,
  subscribe,
  TOOLTIP_ID,
} from './tooltip-store'

/** Draws the page's one tooltip. */
export function TooltipLayer() {
  const shown = useSyncExternalStore(subscribe, shownTooltip, () => null)
  return shown && <Words {...shown} />
}

function Words({ owner, anchor, text, side }: ShownTooltip) {
  const box = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: its size is that of its text
  useLayoutEffect(() => {
    if (!box.current) return
    const { left, top } = besides(anchor.getBoundingClientRect(), box.current.getBoundingClientRect(), side, {
      width: document.documentElement.clientWidth,
      height: window.innerHeight,
    })
    box.current.style.left = `${left}px`
    box.current.style.top = `${top}px`
  }, [anchor, side, text])
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      hideTooltip()
      // A window stays open: the key was for what lay over it.
      if (anchor.closest('[role="dialog"], [role="alertdialog"]')) event.stopPropagation()
    }
    const onScroll = () => hideTooltip()
    window.addEventListener('keydown', onKeyDown, { capture: true })
    window.addEventListener('scroll', onScroll, { capture: true, passive: true })
    return () => {
      window.removeEventListener('keydown', onKeyDown, { capture: true })
      window.removeEventListener('scroll', onScroll, { capture: true })
    }
  }, [anchor])
  return (
    <div
      ref={box}
      id={TOOLTIP_ID}
      role="tooltip"
      onPointerEnter={keepTooltip}
      onPointerLeave={() => releaseTooltip(owner)}
      className="fixed top-0 left-0 z-60 flex w-max max-w-72 animate-appear items-center gap-2 rounded-md border border-line bg-raised px-2 py-1 text-xs text-ink shadow-raised"
    >
      {text}
    </div>
  )
}
