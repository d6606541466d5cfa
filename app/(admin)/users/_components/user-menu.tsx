'use client'

import { EllipsisVertical } from 'lucide-react'
import { useState, useTransition } from 'react'
import { announceFailure, announceOutcome, attempt } from '@/components/action-button'
import { ConfirmDialog } from '@/components/ui/dialog'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, MenuItem } from '@/components/ui/menu'
import type { UserRow } from '@/lib/users/dto'
import { disableUserAction, enableUserAction } from '../actions'
import { PasswordDialog } from './password-dialog'

/** What can be done about one person, besides their role. */
export function UserMenu({ user, isSelf }: { user: UserRow; isSelf: boolean }) {
  const [pending, start] = useTransition()
  const [open, setOpen] = useState<'disable' | 'password'>()

  const run = (verb: typeof disableUserAction, message: string, inverse: typeof disableUserAction) =>
    start(async () => {
      const result = await attempt(() => verb({ userId: user.id }))
      if (result.ok) announceOutcome({ message, undo: () => inverse({ userId: user.id }) })
      else announceFailure(result)
    })

  return (
    <>
      <Menu
        trigger={
          <IconButton icon={EllipsisVertical} label={`Actions for ${user.email}`} aria-busy={pending || undefined} />
        }
      >
        <MenuItem onSelect={() => setOpen('password')}>Set password…</MenuItem>
        {user.disabledAt ? (
          <MenuItem onSelect={() => run(enableUserAction, `${user.email} may sign in again.`, disableUserAction)}>
            Enable
          </MenuItem>
        ) : (
          <MenuItem onSelect={() => setOpen('disable')}>Disable…</MenuItem>
        )}
      </Menu>
      <ConfirmDialog
        open={open === 'disable'}
        onOpenChange={() => setOpen(undefined)}
        title={isSelf ? 'Disable your own account?' : `Disable ${user.email}?`}
        text={
          isSelf
            ? 'You would be signed out at once, and another administrator has to let you in again.'
            : 'They are stopped at their next request, also in a page that is open. What they did stays in the audit trail. You can enable them again.'
        }
        confirm="Disable"
        danger
        onConfirm={() => run(disableUserAction, `${user.email} is disabled.`, enableUserAction)}
      />
      <PasswordDialog user={user} isSelf={isSelf} open={open === 'password'} onOpenChange={() => setOpen(undefined)} />
    </>
  )
}
