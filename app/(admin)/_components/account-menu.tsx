'use client'

import { CircleUserRound, LogOut } from 'lucide-react'
import { signOut } from 'next-auth/react'
import { Menu, MenuItem, MenuLabel, MenuSeparator } from '@/components/ui/menu'
import { ThemeMenu } from '@/components/ui/theme-menu'
import type { Role } from '@/lib/auth/permissions'
import { routes } from '@/lib/routes'

interface AccountMenuProps {
  email: string
  role: Role
  zone: string
  compact: boolean
}

/** Who is signed in, as what, in which zone times are shown; the theme and the way out. */
export function AccountMenu({ email, role, zone, compact }: AccountMenuProps) {
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
          <span className={compact ? 'sr-only' : 'min-w-0'}>
            <span className="block truncate text-sm font-medium">{email}</span>
            <span className="block truncate text-xs text-ink-muted">
              {role} · {zone}
            </span>
          </span>
        </button>
      }
    >
      <MenuLabel>
        {email}
        <br />
        {role}, times in {zone}
      </MenuLabel>
      <MenuSeparator />
      <ThemeMenu />
      <MenuSeparator />
      <MenuItem onSelect={() => signOut({ callbackUrl: routes.login() })}>
        <LogOut aria-hidden />
        Sign out
      </MenuItem>
    </Menu>
  )
}
