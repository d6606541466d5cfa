'use client'

import { CircleUserRound } from 'lucide-react'
import { Menu } from '@/components/ui/menu'
import { onDemand } from '@/components/ui/on-demand'
import type { Role } from '@/lib/auth/permissions'

/** What the menu holds: fetched when someone comes near it. */
export const accountItems = onDemand(() => import('./account-items'))

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
      needs={accountItems}
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

/** The same as part of a menu that waits for `accountItems`. */
export function AccountItems(person: AccountProps) {
  const { AccountItems: Items } = accountItems.now()
  return <Items {...person} />
}
