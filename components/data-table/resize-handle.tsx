'use client'

import { type KeyboardEvent, type PointerEvent, type RefObject, useRef } from 'react'
import { cssWidth, widthVariable } from './column-widths'

interface ResizeHandleProps {
  ref: RefObject<HTMLElement | null>
  header: string
  /** Among the columns. */
  place: number
  width: number
  limits: { min: number; max: number }
  onResize: (width: number) => void
}

/** How far a key moves the edge, alone and with Shift. */
const STEP = 16
const LEAP = 64

/**
 * The edge of a column: dragged, or moved by arrow keys; Escape puts it back. While it moves only a variable of the scrolling part changes;
 * the address learns of it when it has come to rest.
 */
export function ResizeHandle({ ref, header, place, width, limits, onResize }: ResizeHandleProps) {
  const drag = useRef<{ x: number; from: number; rem: number } | null>(null)
  const current = useRef(width)

  const show = (wanted: number) => {
    current.current = Math.round(Math.max(limits.min, Math.min(limits.max, wanted)))
    ref.current?.closest('section')?.style.setProperty(widthVariable(place), cssWidth(current.current))
    ref.current?.setAttribute('aria-valuenow', `${current.current}`)
  }
  const commit = () => {
    drag.current = null
    if (current.current !== width) onResize(current.current)
  }
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
    drag.current = { x: event.clientX, from: width, rem }
    current.current = width
    event.currentTarget.setPointerCapture(event.pointerId)
  }
  const onPointerMove = ({ clientX }: PointerEvent) => {
    if (drag.current) show(drag.current.from + ((clientX - drag.current.x) / drag.current.rem) * 16)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (by !== undefined) show(current.current + by * (event.shiftKey ? LEAP : STEP))
    else if (event.key === 'Home') show(limits.min)
    else if (event.key === 'End') show(limits.max)
    else if (event.key === 'Escape') show(width)
    else if (event.key === 'Enter') event.currentTarget.blur()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that is moved is a control, which hr is not
    <span
      ref={ref}
      role="separator"
      aria-orientation="vertical"
      aria-label={`Width of ${header}`}
      aria-valuenow={width}
      aria-valuemin={limits.min}
      aria-valuemax={limits.max}
      // Reached from the column's menu: a stop for each column would keep the keyboard from the rows.
      tabIndex={-1}
      // Else the browser begins to drag the heading, or to select its text.
      onMouseDown={(event) => {
        event.preventDefault()
        event.currentTarget.focus()
      }}
      onFocus={() => {
        current.current = width
      }}
      onBlur={commit}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={commit}
      onPointerCancel={() => {
        drag.current = null
        show(width)
      }}
      onKeyDown={onKeyDown}
      className="absolute inset-y-0 right-0 w-2 cursor-col-resize touch-none after:absolute after:inset-y-2 after:right-0 after:w-px after:bg-line hover:after:inset-y-0 hover:after:w-0.5 hover:after:bg-accent focus-visible:after:inset-y-0 focus-visible:after:w-0.5 focus-visible:after:bg-accent max-sm:hidden"
    />
  )
}
