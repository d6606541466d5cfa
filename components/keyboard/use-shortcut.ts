'use client'

import { useEffect, useEffectEvent } from 'react'
import { register, type Shortcut } from './registry'

/** Puts a shortcut in force while the component is on the page. It never fires while the person types. */
export function useShortcut({ keys, label, group }: Shortcut, run: () => void): void {
  const fire = useEffectEvent(run)
  useEffect(() => register({ keys, label, group, run: () => fire() }), [keys, label, group])
}

/** Lists keys that a widget hears itself. `shortcuts` is a constant. */
export function useListedShortcuts(shortcuts: readonly Shortcut[]): void {
  useEffect(() => {
    const removals = shortcuts.map((shortcut) => register(shortcut))
    return () => {
      for (const remove of removals) remove()
    }
  }, [shortcuts])
}
