'use client'

import { CircleUserRound, Footprints, Keyboard, KeyRound, LogOut } from 'lucide-react'
import { MenuItem, MenuLabel, MenuLink, MenuSeparator } from '@/components/ui/menu'
import { DensityChoice, ThemeChoice } from '@/components/ui/preference-menu'
import { routes } from '@/lib/routes'
import type { AccountProps } from './account-menu'
import { signOut } from './sign-out'

/** What a person can set for this browser, their account, and the way out. */
export function AccountItems({ email, role, zone, onHelp }: AccountProps) {
  return (
    <>
      <MenuLabel>
        <span className="block max-w-64 truncate font-medium text-ink">{email}</span>
        {role} · times in {zone}
      </MenuLabel>
      <MenuSeparator />
      <ThemeChoice />
      <MenuSeparator />
      <DensityChoice />
      <MenuSeparator />
      <MenuLink href={routes.account()}>
        <CircleUserRound aria-hidden />
        Your account
      </MenuLink>
      <MenuLink href={routes.tokens()}>
        <KeyRound aria-hidden />
        API tokens
      </MenuLink>
      <MenuLink href={routes.tour(1)}>
        <Footprints aria-hidden />
        Take the tour
      </MenuLink>
      <MenuItem keys="?" onSelect={onHelp}>
        <Keyboard aria-hidden />
        Keyboard shortcuts
      </MenuItem>
      <MenuItem onSelect={signOut}>
        <LogOut aria-hidden />
        Sign out
      </MenuItem>
    </>
  )
}
