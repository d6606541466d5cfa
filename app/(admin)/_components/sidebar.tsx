'use client'

import { PanelLeft } from 'lucide-react'
import { useShortcut } from '@/components/keyboard/use-shortcut'
import { IconButton } from '@/components/ui/icon-button'
import { NavLink } from '@/components/ui/nav-link'
import { choosePreference, usePreference } from '@/components/ui/use-preference'
import { SearchButton } from '../search/_components/search-button'
import type { PaletteOpener } from '../search/_components/use-palette'
import { AccountMenu, type AccountProps } from './account-menu'
import type { Place } from './navigation'

/** What stands beside every page. */
export interface FrameProps {
  places: readonly Place[]
  person: AccountProps
  search: PaletteOpener
}

const COLLAPSE = { keys: '[', label: 'Narrow or widen the sidebar', group: 'Everywhere' }

/** The places, and the person below them. Its width is the stylesheet's, so that a reload does not move the page. */
export function Sidebar({ places, person, search }: FrameProps) {
  const isNarrow = usePreference('sidebar') === 'narrow'
  const toggle = () => choosePreference('sidebar', isNarrow ? 'wide' : 'narrow')
  useShortcut(COLLAPSE, toggle)
  return (
    <aside
      aria-label="Sidebar"
      className="sticky top-0 hidden h-dvh w-sidebar shrink-0 flex-col gap-4 border-r border-line bg-surface p-3 md:flex narrow:w-rail"
    >
      <div className="grid shrink-0 gap-4">
        <div className="flex h-8 items-center justify-between pl-2.5 narrow:pl-1">
          <span className="font-semibold tracking-tight narrow:hidden">Mastra Admin</span>
          <IconButton
            icon={PanelLeft}
            label={isNarrow ? 'Widen the sidebar' : 'Narrow the sidebar'}
            keys={COLLAPSE.keys}
            aria-expanded={!isNarrow}
            onClick={toggle}
          />
        </div>
        <SearchButton opener={search} />
      </div>
      {/* Scrolled by itself in a low window; the room at its edges is for the line around what has the focus. */}
      <nav aria-label="Main" className="-m-1 min-h-0 flex-1 overflow-y-auto p-1">
        <ul className="grid gap-0.5">
          {places.map(({ label, href, icon, keys }) => (
            <li key={href}>
              <NavLink href={href} label={label} icon={icon} keys={keys} />
            </li>
          ))}
        </ul>
      </nav>
      <div className="shrink-0">
        <AccountMenu {...person} />
      </div>
    </aside>
  )
}
