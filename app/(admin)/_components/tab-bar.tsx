'use client'

import { Ellipsis } from 'lucide-react'
import { Menu, MenuLink, MenuSeparator } from '@/components/ui/menu'
import { TabLink, tabClass } from '@/components/ui/nav-link'
import { SpriteIcon } from '@/components/ui/sprite-icon'
import { SearchTab } from '../search/_components/search-button'
import { AccountItems, accountItems } from './account-menu'
import type { FrameProps } from './sidebar'

/** Places that have a tab of their own; the rest is under *More*. */
const TABS = 3

/** On a phone: the places within reach of a thumb. */
export function TabBar({ places, person, search }: FrameProps) {
  const more = places.slice(TABS)
  return (
    <nav
      aria-label="Main"
      className="fixed inset-x-0 bottom-0 z-30 flex h-bar border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {places.slice(0, TABS).map(({ label, href, icon }) => (
        <TabLink key={href} href={href} label={label} icon={icon} />
      ))}
      <SearchTab opener={search} />
      <Menu
        needs={accountItems}
        trigger={
          <button type="button" className={tabClass(false)}>
            <Ellipsis aria-hidden className="size-5" />
            More
          </button>
        }
      >
        {more.map(({ label, href, icon }) => (
          <MenuLink key={href} href={href}>
            <SpriteIcon name={icon} className="size-4" />
            {label}
          </MenuLink>
        ))}
        <MenuSeparator />
        <AccountItems {...person} />
      </Menu>
    </nav>
  )
}
