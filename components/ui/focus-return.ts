'use client'

import { useLayoutEffect, useRef } from 'react'

/**
 * For a window that is opened by other means than a trigger of its own: what had the focus when it opened gets it back when it closes.
 * Returns the handler of `onCloseAutoFocus`.
 */
export function useFocusReturn(open: boolean): (event: Event) => void {
  const opener = useRef<HTMLElement | null>(null)
  // Before the window takes the focus, and while a menu that opened it is still there.
  useLayoutEffect(() => {
    if (open) opener.current = openerNow()
  }, [open])
  return (event) => {
    event.preventDefault()
    opener.current?.focus()
  }
}

/** An item of a menu goes away with its menu: the button that opened that stands for it. */
function openerNow(): HTMLElement | null {
  const active = document.activeElement
  const menu = active?.closest('[role="menu"]')
  const opener = menu ? document.getElementById(menu.getAttribute('aria-labelledby') ?? '') : active
  return opener instanceof HTMLElement && opener !== document.body ? opener : null
}
