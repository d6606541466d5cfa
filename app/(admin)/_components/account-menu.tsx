'use client'

import { CircleUserRound, Footprints, Keyboard, KeyRound, LogOut } from 'lucide-react'
import { Menu, MenuItem, MenuLabel, MenuLink, MenuSeparator } from '@/components/ui/menu'
import { DensityChoice, ThemeChoice } from '@/components/ui/preference-menu'
import type { Role } from '@/lib/auth/permissions'
import { routes } from '@/lib/routes'
import { signOut } from './sign-out'

export interface AccountProps {
  email: string
  role: Role
  zone: string
  /** Shows the list of shortcuts. */
  onHelp: () => void
}

/** Who is signed in, as what, in which zone times are shown; what they can set for this browser, and the way out. */
export function AccountMenu(person: AccountProps) {
  const { email, role, zone } = person
  return (
    <Menu
      align="start"
      trigger={
        <button
          type="button"
          aria-label={`Account of ${email}, ${role}`}
          className="flex w-full items-center gap-2.5 rounded-md p-1.5 text-left hover:bg-hover pointer-coarse:min-h-11"
        >
          <CircleUserRound aria-hidden className="size-5 shrink-0 text-ink-muted" />
          <span className="min-w-0 narrow:sr-only">
            <span className="block truncate text-sm font-medium">{email}</span>
            <span className="block truncate text-xs text-ink-muted">
              {role} · {zone}
            </span>
          </span>
        </button>
      }
    >
      <AccountItems {...person} />
    </Menu>
  )
}

/** The same as part of a menu. */
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
