'use client'

import { type ReactNode, useState } from 'react'
import { FocusKeeper } from '@/components/focus-keeper'
import { Hydrated } from '@/components/hydrated'
import { KeyboardShortcuts } from '@/components/keyboard/keyboard-shortcuts'
import { useSoftLinks } from '@/components/soft-links'
import type { Role } from '@/lib/auth/permissions'
import { ProofWindow } from '../account/_components/proof-window'
import { PlaceKeeper } from '../search/_components/place-keeper'
import { usePalette } from '../search/_components/use-palette'
import { GoShortcuts } from './go-shortcuts'
import type { Place } from './navigation'
import { Sidebar } from './sidebar'
import { TabBar } from './tab-bar'

interface AppShellProps {
  /** Where this person can go. */
  places: readonly Place[]
  email: string
  role: Role
  zone: string
  method: 'password' | 'provider'
  children: ReactNode
}

/** The frame: where one can go and who one is on the left, on a phone at the lower edge, and the page beside it. */
export function AppShell({ places, email, role, zone, method, children }: AppShellProps) {
  const [isHelpOpen, setHelpOpen] = useState(false)
  const onHelp = () => setHelpOpen(true)
  const person = { email, role, zone, onHelp }
  const { opener, palette } = usePalette(role, onHelp)
  const onSoftLink = useSoftLinks()
  return (
    <Hydrated className="flex min-h-dvh">
      <a
        href="#main"
        className="sr-only z-50 rounded-md bg-accent px-3 py-2 text-accent-ink focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        Skip to the content
      </a>
      <Sidebar places={places} person={person} search={opener} />
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link is a click */}
      <main id="main" onClick={onSoftLink} tabIndex={-1} className="min-w-0 flex-1 p-4 pb-32 outline-none md:p-6">
        {children}
      </main>
      <TabBar places={places} person={person} search={opener} />
      <GoShortcuts places={places} />
      <KeyboardShortcuts open={isHelpOpen} onOpenChange={setHelpOpen} />
      <PlaceKeeper />
      <ProofWindow email={email} method={method} />
      {palette}
      <FocusKeeper />
    </Hydrated>
  )
}
