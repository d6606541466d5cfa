'use client'

import { type ComponentType, type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react'
import { isCommand } from '@/components/keyboard/modifier'
import { useListedShortcuts } from '@/components/keyboard/use-shortcut'
import { toast } from '@/components/ui/toast'
import type { Role } from '@/lib/auth/permissions'
import type { PaletteProps } from './palette'

/** How a button opens the search window, and has it fetched when someone is about to press. */
export interface PaletteOpener {
  open: () => void
  prepare: () => void
}

const LISTED = [{ keys: 'Ctrl/⌘ K', label: 'Search for anything', group: 'Everywhere' }] as const

/** The search window and how to open it: by ⌘K or Ctrl K also while one types, but not over another window. */
export function usePalette(role: Role, onHelp: () => void): { opener: PaletteOpener; palette: ReactNode } {
  const [isOpen, setOpen] = useState(false)
  const [Loaded, setLoaded] = useState<ComponentType<PaletteProps> | null>(null)
  const loading = useRef<Promise<void>>(null)
  useListedShortcuts(LISTED)

  const prepare = () => {
    loading.current ??= import('./palette').then(
      ({ Palette }) => setLoaded(() => Palette),
      () => {
        loading.current = null
        setOpen(false)
        toast.error('The search could not be loaded. Try again.')
      },
    )
  }
  const open = () => {
    prepare()
    setOpen(true)
  }
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 'k' || !isCommand(event) || event.isComposing || event.defaultPrevented) return
    if (isOpen) setOpen(false)
    else if (document.querySelector('[role="dialog"], [role="alertdialog"]')) return
    else open()
    event.preventDefault()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKeyDown(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
  return {
    opener: { open, prepare },
    palette: Loaded && isOpen && <Loaded role={role} onClose={() => setOpen(false)} onHelp={onHelp} />,
  }
}
