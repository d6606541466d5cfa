'use client'

import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react'
import { partOnDemand } from '../ui/part-on-demand'
import { usePreference } from '../ui/use-preference'
import { belongsToFocus } from './is-typing'
import { Keys } from './keys'
import { continuations, matchKey } from './match'
import { type RegisteredShortcut, registeredShortcuts, subscribe } from './registry'
import { useShortcut } from './use-shortcut'

/** Milliseconds in which the second key of a shortcut must follow the first. */
const PATIENCE = 2_000

const HELP = { keys: '?', label: 'Show all shortcuts', group: 'Everywhere' }

const ShortcutsDialog = partOnDemand(() => import('./shortcuts-dialog').then((loaded) => loaded.ShortcutsDialog))

const NONE: readonly RegisteredShortcut[] = []

interface KeyboardShortcutsProps {
  /** Whether the list of all shortcuts is open: a menu opens it too. */
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** Listens for every shortcut of the page, says which second keys there are after a first, and shows them all on `?`. */
export function KeyboardShortcuts({ open, onOpenChange }: KeyboardShortcutsProps) {
  const shortcuts = useSyncExternalStore(subscribe, registeredShortcuts, () => NONE)
  const isOn = usePreference('shortcuts') === 'on'
  const [pending, setPending] = useState('')

  useShortcut(HELP, () => onOpenChange(true))
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (!isOn || event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Shift' || belongsToFocus(event.target, event.key)) return
    const match = matchKey(shortcuts, pending, event.key)
    setPending(match.pending)
    if (!match.fire && match.pending === '') return
    event.preventDefault()
    match.fire?.run?.()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKeyDown(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
  useEffect(() => {
    if (pending === '') return
    const timer = setTimeout(() => setPending(''), PATIENCE)
    return () => clearTimeout(timer)
  }, [pending])

  const next = continuations(shortcuts, pending)
  return (
    <>
      <div role="status" className="pointer-events-none fixed inset-x-0 bottom-6 z-50 flex justify-center px-4">
        {next.length > 0 && (
          <ul className="flex animate-rise flex-wrap gap-x-4 gap-y-1 rounded-lg border border-line bg-raised px-3 py-2 text-xs shadow-raised">
            {next.map(({ keys, label }) => (
              <li key={keys} className="flex items-center gap-1.5">
                <Keys keys={keys.slice(pending.length + 1)} />
                {label}
              </li>
            ))}
          </ul>
        )}
      </div>
      {open && <ShortcutsDialog open onOpenChange={onOpenChange} shortcuts={shortcuts} />}
    </>
  )
}
