'use client'

import { useListedShortcuts } from '../keyboard/use-shortcut'
import { toasts, toastsAreShown } from './toast'

/** Heard by the messages themselves, also while a person types: their *Undo* must not need a mouse. */
const SHORTCUTS = [{ keys: 'Alt t', label: 'Go to the messages', group: 'Everywhere' }]

/** Where messages appear, once there is one. */
export function Toaster() {
  useListedShortcuts(SHORTCUTS)
  const parts = toasts.useWhenHere()
  return parts && <parts.Toasts onReady={toastsAreShown} />
}
