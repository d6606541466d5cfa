'use client'

import { EllipsisVertical } from 'lucide-react'
import { useState, useTransition } from 'react'
import { announceFailure, announceOutcome } from '@/components/action-button'
import { attempt } from '@/components/attempt'
import { ConfirmDialog } from '@/components/ui/dialog'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, MenuItem } from '@/components/ui/menu'
import type { LinkOutcome } from '@/lib/auth/link-dto'
import type { SignInWays, UserRow } from '@/lib/users/dto'
import {
  disableUserAction,
  enableUserAction,
  makePasswordLinkAction,
  resetCodesAction,
  withdrawInvitationAction,
} from '../actions'
import { LinkDialog } from './link-dialog'
import { PasswordDialog } from './password-dialog'

/** What can be done about one person, besides their role. */
export function UserMenu({ user, isSelf, ways }: { user: UserRow; isSelf: boolean; ways: SignInWays }) {
  const [pending, start] = useTransition()
  const [open, setOpen] = useState<'disable' | 'password' | 'withdraw' | 'codes'>()
  const [made, setMade] = useState<LinkOutcome>()

  const run = (verb: typeof disableUserAction, message: string, inverse: typeof disableUserAction) =>
    start(async () => {
      const result = await attempt((key) => verb({ userId: user.id }, key))
      if (result.ok) announceOutcome({ message, undo: (key) => inverse({ userId: user.id }, key) })
      else announceFailure(result)
    })

  const makeLink = () =>
    start(async () => {
      const result = await attempt((key) => makePasswordLinkAction({ userId: user.id }, key))
      if (!result.ok) return announceFailure(result)
      if (result.value.path) setMade(result.value)
      else announceOutcome({ message: `A link was sent to ${user.email}.` })
    })
  const withdraw = () =>
    start(async () => {
      const result = await attempt((key) => withdrawInvitationAction({ userId: user.id }, key))
      if (result.ok) announceOutcome({ message: `${user.email} is no longer invited.` })
      else announceFailure(result)
    })
  const reset = () =>
    start(async () => {
      const result = await attempt((key) => resetCodesAction({ userId: user.id }, key))
      if (result.ok) announceOutcome({ message: `${user.email} is no longer asked for a one-time code.` })
      else announceFailure(result)
    })

  return (
    <>
      <Menu
        trigger={
          <IconButton icon={EllipsisVertical} label={`Actions for ${user.email}`} aria-busy={pending || undefined} />
        }
      >
        {ways.passwords && !user.disabledAt && (
          <MenuItem onSelect={makeLink}>{linkWords(user.invitation !== null, ways.mails)}</MenuItem>
        )}
        {ways.passwords && <MenuItem onSelect={() => setOpen('password')}>Set password…</MenuItem>}
        {user.hasCodes && <MenuItem onSelect={() => setOpen('codes')}>Reset one-time codes…</MenuItem>}
        {user.invitation && !user.disabledAt ? (
          <MenuItem onSelect={() => setOpen('withdraw')}>Withdraw invitation…</MenuItem>
        ) : user.disabledAt ? (
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
            ? 'You would be signed out at once, and another administrator would have to let you in again.'
            : 'They are locked out at their next request, even on pages that are already open. What they did stays in the audit trail. You can enable them again.'
        }
        confirm="Disable"
        danger
        onConfirm={() => run(disableUserAction, `${user.email} is disabled.`, enableUserAction)}
      />
      <ConfirmDialog
        open={open === 'withdraw'}
        onOpenChange={() => setOpen(undefined)}
        title={`Withdraw the invitation of ${user.email}?`}
        text="The link stops working, and they are no longer a user. You can invite them again."
        confirm="Withdraw"
        danger
        onConfirm={withdraw}
      />
      <ConfirmDialog
        open={open === 'codes'}
        onOpenChange={() => setOpen(undefined)}
        title={`Reset the one-time codes of ${user.email}?`}
        text="For someone who has lost their app and their recovery codes. Make sure that it is really them: their password alone will be enough to sign in until they set up another app. All their sessions end."
        confirm="Reset"
        danger
        onConfirm={reset}
      />
      <LinkDialog made={made} onClose={() => setMade(undefined)} />
      <PasswordDialog user={user} isSelf={isSelf} open={open === 'password'} onOpenChange={() => setOpen(undefined)} />
    </>
  )
}

function linkWords(isInvited: boolean, mails: boolean): string {
  if (isInvited) return mails ? 'Send invitation again' : 'Make new invitation link'
  return mails ? 'Send link for a new password' : 'Make link for a new password'
}
