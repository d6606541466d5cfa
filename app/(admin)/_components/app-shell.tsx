'use client'

import { Menu as MenuIcon, PanelLeftClose, PanelLeftOpen } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Hydrated } from '@/components/hydrated'
import { Dialog } from '@/components/ui/dialog'
import { IconButton } from '@/components/ui/icon-button'
import { NavLink } from '@/components/ui/nav-link'
import type { Role } from '@/lib/auth/permissions'
import { AccountMenu } from './account-menu'
import { placesFor } from './navigation'

interface AppShellProps {
  email: string
  role: Role
  zone: string
  children: ReactNode
}

/** The frame: where one can go on the left (a drawer on a phone), who one is below it, the page beside it. */
export function AppShell({ email, role, zone, children }: AppShellProps) {
  const [collapsed, setCollapsed] = useState(false)
  const [drawer, setDrawer] = useState(false)
  const places = (onClick?: () => void) => (
    <nav aria-label="Main">
      <ul className="grid gap-0.5">
        {placesFor(role).map(({ label, href, icon: Icon }) => (
          <li key={href}>
            <NavLink href={href} onClick={onClick}>
              <Icon aria-hidden />
              <span className={collapsed && !onClick ? 'sr-only' : undefined}>{label}</span>
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
  return (
    <Hydrated className="flex min-h-dvh max-md:flex-col">
      <a
        href="#main"
        className="sr-only z-50 rounded-md bg-accent px-3 py-2 text-accent-ink focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        Skip to the content
      </a>
      <header className="sticky top-0 z-30 flex h-12 items-center gap-2 border-b border-line bg-surface px-2 md:hidden">
        <IconButton icon={MenuIcon} label="Open the navigation" onClick={() => setDrawer(true)} />
        <span className="font-semibold">Mastra Admin</span>
        <div className="ml-auto">
          <AccountMenu email={email} role={role} zone={zone} compact />
        </div>
      </header>
      <Dialog open={drawer} onOpenChange={setDrawer} title="Mastra Admin">
        {places(() => setDrawer(false))}
      </Dialog>
      <aside
        aria-label="Sidebar"
        className={`sticky top-0 hidden h-dvh shrink-0 flex-col gap-4 border-r border-line bg-surface p-3 md:flex ${collapsed ? 'w-15' : 'w-56'}`}
      >
        <div className="flex h-8 items-center justify-between pl-2.5">
          {!collapsed && <span className="font-semibold tracking-tight">Mastra Admin</span>}
          <IconButton
            icon={collapsed ? PanelLeftOpen : PanelLeftClose}
            label={collapsed ? 'Widen the sidebar' : 'Narrow the sidebar'}
            aria-expanded={!collapsed}
            className={collapsed ? '-ml-1' : undefined}
            onClick={() => setCollapsed(!collapsed)}
          />
        </div>
        {places()}
        <div className="mt-auto">
          <AccountMenu email={email} role={role} zone={zone} compact={collapsed} />
        </div>
      </aside>
      <main id="main" tabIndex={-1} className="min-w-0 flex-1 p-4 outline-none md:p-6">
        {children}
      </main>
    </Hydrated>
  )
}
